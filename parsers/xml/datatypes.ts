import type { Word } from "../core/tree.ts";

/** `'started'`: a value, and no type. */
export const isValue = (type: string): boolean => type.startsWith("'");

/** Whether the word is of one of the types; a template's value is of any. */
export const fits = ({ value, hole }: Word, types: readonly string[]): boolean =>
  hole === true ||
  types.length === 0 ||
  types.some((type) => isOf(value.trim().replace(/[ \t\r\n]+/g, " "), value, type));

const simple: Readonly<Record<string, RegExp>> = {
  integer: /^[+-]?\d+$/,
  nonNegativeInteger: /^(\+?\d+|-0+)$/,
  positiveInteger: /^\+?0*[1-9]\d*$/,
  boolean: /^(true|false|1|0)$/,
  ID: /^[A-Za-z_\x80-\uffff][-\w.\x80-\uffff]*$/,
  IDREF: /^[A-Za-z_\x80-\uffff][-\w.\x80-\uffff]*$/,
};

function isOf(value: string, raw: string, type: string): boolean {
  if (isValue(type)) return value === type.slice(1, -1);
  if (type.startsWith("/")) return new RegExp(`^(?:${type.slice(1, -1)})$`).test(raw);
  if (type.startsWith("!")) return !type.slice(1).split("!").includes(`'${raw}'`);
  return simple[type]?.test(value) ?? true;
}
