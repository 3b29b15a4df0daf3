/** Marks over and under, joiners, variation selectors: no column of their own. */
const zero = /^(?:[\p{Mn}\p{Me}]|[\u200b-\u200d])$/u;
/** East Asian wide and full width, emoji: two columns (Unicode UAX #11). */
const wide =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]$/u;
/** What a terminal acts on, or what turns the direction of the text that follows: C0, DEL, C1, bidi, separators, BOM. */
const active =
  /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u;
const everyActive = new RegExp(active.source, "gu");

/** Columns that one code point takes in a terminal. */
export const widthOf = (char: string): number => (zero.test(char) ? 0 : wide.test(char) ? 2 : 1);

export function textWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += widthOf(char);
  return width;
}

/** A character that cannot do anything to a terminal: ESC as ␛, U+202E as <U+202E>. */
export function visible(char: string): string {
  if (!active.test(char)) return char;
  const code = char.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? "\u2421" : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

/** A text on one line that cannot do anything to a terminal. */
export const plain = (text: string): string => text.replace(everyActive, visible);
