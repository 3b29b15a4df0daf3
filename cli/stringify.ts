const active = /[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Half a character, which strict readers refuse. */
const wellFormed = (_: string, value: unknown): unknown =>
  typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\ufffd") : value;

/** JSON that is harmless in a terminal too: JSON.stringify leaves DEL, C1 and bidi controls as they are. */
export const stringify = (value: unknown, indent = 2): string =>
  `${JSON.stringify(value, wellFormed, indent).replace(
    active,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )}\n`;
