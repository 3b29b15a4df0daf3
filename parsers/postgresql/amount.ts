import type { ArgDef } from "../core/schema.ts";

/** A number as PostgreSQL reads it: decimal, with an exponent or hexadecimal, and a unit behind it or none. */
export interface Amount {
  readonly number: number;
  readonly unit: string;
}

export function amountOf(text: string): Amount | undefined {
  const found = /^[ ]*([+-]?)(0x[\da-f]+|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)[ ]*([a-z]*)[ ]*$/i.exec(text);
  if (!found) return undefined;
  return { number: Number(found[2]) * (found[1] === "-" ? -1 : 1), unit: found[3]! };
}

/** Bytes and seconds. */
const units: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
  TB: 1024 ** 4,
  us: 0.000001,
  ms: 0.001,
  s: 1,
  min: 60,
  h: 3600,
  d: 86_400,
};

/** Why an amount is none that the parameter takes; one without a unit is of the parameter's own. */
export function rangeFault({ number, unit }: Amount, { min, max, unit: own }: ArgDef): string | undefined {
  const value = unit && own ? (number * units[unit]!) / units[own]! : number;
  const shown = own ? ` ${own}` : "";
  if (min !== undefined && value < min) return `is less than ${min}${shown}`;
  return max !== undefined && value > max ? `is more than ${max}${shown}` : undefined;
}
