/** Microseconds in one of each unit of time (src/tools.c parse_time_err()). */
const microseconds: Readonly<Record<string, number>> = {
  us: 1,
  ms: 1000,
  s: 1_000_000,
  m: 60_000_000,
  h: 3_600_000_000,
  d: 86_400_000_000,
};

/** What is wrong with a time or size: nothing, no number at all, an unknown unit, or a value too large to hold. */
export type UnitFault = "number" | "unit" | "overflow";

/** A duration in milliseconds, or why it is none; `unit` is the keyword's own, for a number without one. */
export function timeOf(text: string, unit: string): number | UnitFault {
  const [, digits = "", suffix = ""] = /^(\d*)([\x00-\uffff]*)$/.exec(text)!;
  if (digits === "") return "number";
  const known = /^(us|ms|s|m|h|d)/.exec(suffix)?.[1];
  if (suffix !== "" && !known) return "unit";
  const value = (Number(digits) * microseconds[known ?? unit]!) / 1000;
  return value > 2_147_483_647 ? "overflow" : value;
}

const sizes: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** Bytes, or why the text is no size (src/tools.c parse_size_err()). */
export function sizeOf(text: string): number | UnitFault {
  const [, digits = "", suffix = ""] = /^(\d*)([\x00-\uffff]*)$/.exec(text)!;
  if (digits === "") return "number";
  const factor = suffix === "" ? 1 : sizes[suffix.toLowerCase()];
  if (!factor) return "unit";
  const value = Number(digits) * factor;
  return value > 4_294_967_295 ? "overflow" : value;
}
