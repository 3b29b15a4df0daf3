/** What Pacemaker takes for true and false (crm_str_to_boolean()), in any case; undefined for anything else. */
export function booleanOf(text: string): boolean | undefined {
  if (/^(?:true|on|yes|y|1)$/i.test(text)) return true;
  return /^(?:false|off|no|n|0)$/i.test(text) ? false : undefined;
}

const units: readonly (readonly [RegExp, number])[] = [
  [/^$|^s/i, 1],
  [/^(?:ms)/i, 0.001],
  [/^us/i, 0.000001],
  [/^m/i, 60],
  [/^h/i, 3600],
];

/**
 * Seconds of `20s`, `5min`, `1h`, a bare number, or an ISO 8601 period as crm_get_msec() reads them: what begins with a
 * unit's letter is that unit. undefined where it finds no time (`1d`, `-1`, `abc`).
 */
export function secondsOf(text: string): number | undefined {
  if (/^P/.test(text)) return periodOf(text);
  const match = /^[ \t]*(\d+)(?:\.\d*)?[ \t]*(.*)$/s.exec(text);
  if (!match) return undefined;
  const unit = units.find(([begins]) => begins.test(match[2]!.trim()));
  return unit && Number(match[1]) * unit[1];
}

const lengths: Readonly<Record<string, number>> = { Y: 31_536_000, W: 604_800, D: 86_400, H: 3600, S: 1 };

/** Pacemaker does not insist on the `T` before hours and seconds; M is months before it and minutes after it. */
function periodOf(text: string): number | undefined {
  if (!/^P(?:T?\d+[YMWDHS])+$/.test(text)) return undefined;
  const time = text.indexOf("T");
  return [...text.matchAll(/(\d+)([YMWDHS])/g)].reduce((sum, { 1: count, 2: unit, index }) => {
    const length = unit === "M" ? (time >= 0 && index > time ? 60 : 2_592_000) : lengths[unit!]!;
    return sum + Number(count) * length;
  }, 0);
}

/** A score: a whole number, or INFINITY in capitals with or without a sign. ±1,000,000 is infinity. */
export function scoreOf(text: string): number | undefined {
  if (/^\+?INFINITY$/.test(text)) return 1_000_000;
  if (text === "-INFINITY") return -1_000_000;
  return /^[+-]?\d+$/.test(text) ? Math.max(-1_000_000, Math.min(1_000_000, Number(text))) : undefined;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysOf = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Not surely wrong for crm_time_new(): a date of a day that there is, a time alone, `epoch`; what follows is not looked at. */
export function isDate(text: string): boolean {
  if (/^(?:epoch|T|\d\d?:)/.test(text)) return true;
  const day = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text);
  if (day) {
    const [year, month, date] = day.slice(1).map(Number) as [number, number, number];
    if (month < 1 || month > 12 || date > daysOf(year, month)) return false;
  }
  const time = /^[\d-]+[T ](\d\d):(\d\d)/.exec(text);
  if (time && (Number(time[1]) > 24 || Number(time[2]) > 59)) return false;
  return /^\d{4}[-\dW]/.test(text);
}
