import type { TypeCheck } from "../core/format.ts";

/** What of the choices a word means: one of them in any case, the unique start of one, or its number from 0. */
function chosen(value: string, names: readonly string[]): boolean {
  const word = value.toLowerCase();
  if (/^\d+$/.test(word)) return Number(word) < names.length;
  const known = names.map((name) => name.toLowerCase());
  return known.includes(word) || known.filter((name) => name.startsWith(word)).length === 1;
}

/** A number of bits, `all`, or choices with commas and nothing else between them. */
const isSet = (value: string, names: readonly string[]): boolean =>
  /^(?:\d*|all)$/i.test(value) ||
  value.split(",").every((one) => one !== "" && !/^\d+$/.test(one) && chosen(one, names));

const listed = (names: readonly string[]): string =>
  names.length <= 8
    ? `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`
    : `one of ${names.slice(0, 8).join(", ")} …`;

/** A whole number with a unit, of which only the first letter counts: "10MB" is 10 M. */
const size = /^[+-]?\d+(?:[kmgtpe].*)?$/i;
/** Of Galera's provider: the unit is one letter. */
const count = /^[+-]?\d+[kmgt]?$/i;
/** ISO 8601 in capitals, or seconds. */
const duration =
  /^(?:P(?=[\dT])(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?|\d+(?:\.\d+)?)$/;

const sized: TypeCheck = (value) =>
  value === "" || size.test(value) ? undefined : "is not a number with an optional K, M, G, T, P or E";

/** The types of values that mysys/my_getopt.c tells apart, and those of Galera's provider. */
export const galeraTypes: Readonly<Record<string, TypeCheck>> = {
  boolean: (value) =>
    /^(?:on|off|true|false|0|1)$/i.test(value)
      ? undefined
      : "is neither ON nor OFF: the server takes it for OFF",
  choice: (value, { oneOf = [] }) =>
    value === "" || chosen(value, oneOf) ? undefined : `is not ${listed(oneOf)}`,
  set: (value, { oneOf = [] }) =>
    isSet(value, oneOf) ? undefined : `is no list, with commas alone between, of ${listed(oneOf)}`,
  size: sized,
  /** One that may be negative. */
  signed: sized,
  count: (value) => (count.test(value) ? undefined : "is not a number with an optional K, M, G or T"),
  yesno: (value) =>
    /^(?:1|0|y|n|yes|no|on|off|true|false|sure)$/i.test(value) ? undefined : "is neither yes nor no",
  duration: (value) =>
    duration.test(value) ? undefined : "is not a period such as PT5S or PT1M30S, in capitals",
};
