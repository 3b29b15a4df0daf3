import type { TypeCheck } from "../core/format.ts";
import { range } from "../core/types.ts";
import { reserved } from "./tokens.ts";

const exponent: Readonly<Record<string, number>> = { "": 0, s: 9, k: 10, K: 10, m: 20, M: 20, g: 30, G: 30 };

/** A number with a unit as drbdadm's m_strtoll reads it, in units of 2^`scale` bytes; undefined where it is none. */
export function amountOf(value: string, scale = 0): number | undefined {
  const [, digits, unit = ""] = /^(\d+)([kKmMgGs]?)$/.exec(value) ?? [];
  if (digits === undefined) return undefined;
  return unit === "" ? Number(digits) : Math.floor(Number(digits) * 2 ** (exponent[unit]! - scale));
}

/** A bare number counts in 2^`scale` bytes, one with a unit in that unit. */
const amount =
  (scale: number): TypeCheck =>
  (value, { min, max, unit }) => {
    const number = amountOf(value, scale);
    if (number === undefined) return "is not a whole number with an optional k, M or G";
    if (number >= (min ?? 0) && number <= (max ?? Number.POSITIVE_INFINITY)) return undefined;
    return `is outside ${range(min, max)}${unit ? ` ${unit}` : ""}`;
  };

/** A number where the grammar has one: no quotes, eight digits (drbdadm_scanner.fl NUM). */
const count: TypeCheck = (value, { min, max, unit }, { quote }) => {
  if (quote || !/^\d{1,8}[MKGs]?$/.test(value)) return "is not a whole number of at most 8 digits";
  const number = amountOf(value)!;
  if (number >= (min ?? 0) && number <= (max ?? Number.POSITIVE_INFINITY)) return undefined;
  return `is outside ${range(min, max)}${unit ? ` ${unit}` : ""}`;
};

const mark = /[[\]:%]/;

/** Any one token as a value: a mark of the grammar needs quotes. */
const text: TypeCheck = (value, _arg, { quote }) => {
  const found = quote ? undefined : mark.exec(value)?.[0];
  return found && `must be in quotes: drbd takes ${found} for a mark of its own`;
};

/** A string where the grammar has one: keywords, numbers and addresses need quotes too. */
const name: TypeCheck = (value, arg, word) => {
  if (word.quote) return undefined;
  if (reserved.has(value)) return "is a keyword of drbd and must be in quotes";
  if (/^\d{1,8}[MKGs]?$/.test(value)) return "is a number and must be in quotes";
  if (/^(\d{1,3}\.){3}\d{1,3}$/.test(value)) return "is an address and must be in quotes";
  return text(value, arg, word);
};

/** `internal`, a device, a device with an index, or the index alone. */
const metaDisk: TypeCheck = (value, _arg, { quote }) =>
  !quote && reserved.has(value)
    ? "is a keyword of drbd and must be in quotes"
    : quote || /^[^[\]:%]*(\[\d{1,8}\])?$/.test(value)
      ? undefined
      : "is not internal, DEVICE or DEVICE[INDEX]";

const quorum: TypeCheck = (value) =>
  ["off", "majority", "all"].includes(value) ||
  (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 32)
    ? undefined
    : "is not off, majority, all or a number from 1 to 32";

/** drbd 8 takes discard-node-NAME besides. */
const afterSb0pri: TypeCheck = (value, { oneOf = [] }) =>
  value.startsWith("discard-node-") ? undefined : `is not one of ${oneOf.join(", ")}`;

export const drbdTypes: Readonly<Record<string, TypeCheck>> = {
  amount: amount(0),
  sectors: amount(9),
  kib: amount(10),
  count,
  name,
  text,
  "meta-disk": metaDisk,
  quorum,
  "after-sb-0pri": afterSb0pri,
};
