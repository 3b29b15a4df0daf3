/** Whether keepalived takes a value of a route or a rule. */
export type Form = (value: string) => boolean;

const most = 0xffff_ffff;

export const any: Form = () => true;

/** A decimal number of at most `max`. */
export const upTo =
  (max: number | bigint = most): Form =>
  (value) =>
    /^\+?\d+$/.test(value) && BigInt(value.replace("+", "")) <= max;

const written = "(?:0x[\\da-f]+|0[0-7]*|[1-9]\\d*)";
const anyBase = new RegExp(`^[+-]?${written}$`, "i");

const magnitude = (value: string): bigint => BigInt(value.replace(/^[+-]/, "").replace(/^0(?=\d)/, "0o"));

/** What a number in any base is in 32 bits: -1 is the greatest one. */
const numberOf = (value: string): number | undefined =>
  anyBase.test(value)
    ? Number(BigInt.asUintN(32, value.startsWith("-") ? -magnitude(value) : magnitude(value)))
    : undefined;

/** A number of 32 bits in any base, without a minus sign. */
export const based: Form = (value) =>
  anyBase.test(value) && !value.startsWith("-") && magnitude(value) <= most;

/** A number of at most `max` in any base, or a name, which stands in a file of the machine. */
export const named =
  (max = most): Form =>
  (value) =>
    value !== "" && (numberOf(value) ?? 0) <= max;

/** A table of a rule: one that is not 0. */
export const table: Form = (value) => numberOf(value) !== 0;

/** `realm` or `realm/realm`. */
export const realms: Form = (value) => {
  const slash = value.indexOf("/");
  const parts = slash < 0 ? [value] : [value.slice(0, slash), value.slice(slash + 1)];
  return parts.every(named(255));
};

/** `mark`, `mark/mask`; either may be left out. */
export const mark: Form = (value) => {
  const [one = "", mask = "", ...more] = value.split("/");
  return more.length === 0 && [one, mask].every((part) => part === "" || based(part));
};

/** `first-last`: what follows is not read. */
export const pair: Form = (value) => /^[+-]?\d+-[+-]?\d+/.test(value);

const longest = 120_000;

/** A time in 1/`unit` milliseconds, or with `ms` or `s`. */
export const time =
  (unit: number): Form =>
  (value) => {
    const [, number = "", milli, second] = /^(.*?)(m?)(s(?:ecs?)?)?$/i.exec(value) ?? [];
    if (!second) return /^\+?\d+$/.test(value) && Number(value) <= longest * unit;
    const places = milli ? /^\+?\d+$/ : /^\+?(\d+(\.\d{0,3})?|\.\d{1,3})$/;
    return places.test(number) && Number(number) * (milli ? 1 : 1000) <= longest * unit;
  };
