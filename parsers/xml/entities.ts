/** A reference that XML does not know, by offsets in the raw text. */
export interface BadReference {
  readonly start: number;
  readonly end: number;
  /** `&name;` or `&#0;`; otherwise an `&` that begins no reference. */
  readonly named: boolean;
}

const known: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const reference = /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|([A-Za-z_:][-\w.:]*));|&/g;

/** The text with its references replaced; an attribute's line ends and tabs read as blanks. */
export function decoded(raw: string): { value: string; bad: readonly BadReference[] } {
  const bad: BadReference[] = [];
  const blank = raw.replace(/\r\n|[\r\n\t]/g, " ");
  if (!raw.includes("&")) return { value: blank, bad };
  for (const match of raw.matchAll(reference))
    if (replacement(match) === undefined)
      bad.push({
        start: match.index,
        end: match.index + match[0].length,
        named: match[0].length > 1,
      });
  const value = blank.replace(reference, (...match) => replacement(match) ?? match[0]);
  return { value, bad };
}

function replacement([, decimal, hex, name]: readonly (string | undefined)[]): string | undefined {
  if (name !== undefined) return Object.hasOwn(known, name) ? known[name] : undefined;
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
