import {
  attributePattern,
  both,
  choice,
  elementPattern,
  empty,
  optional,
  type Pattern,
  some,
} from "./pattern.ts";

/**
 * A pattern as a table writes it: `["&", …]` interleave, `[",", …]` group, `["|", …]` choice, `["?"|"*"|"+", p]`,
 * `"@name:integer|'INFINITY'"` an attribute with types and values, `"name#2"` an element's definition, `"any"` any element.
 */
export type Written = string | readonly [string, ...Written[]];

/** Content models by key: what scripts/cib-schema.ts makes of RELAX NG files. */
export type Definitions = Readonly<Record<string, Written>>;

/** Reads a pattern of the table. */
export function patternOf(written: Written): Pattern {
  if (typeof written !== "string") {
    const [operator, ...parts] = written;
    const patterns = parts.map(patternOf);
    switch (operator) {
      case ",":
        return patterns.reduceRight((rest, one) => both("group", one, rest));
      case "&":
        return patterns.reduceRight((rest, one) => both("interleave", one, rest));
      case "|":
        return choice(...patterns);
      case "?":
        return optional(patterns[0]!);
      case "*":
        return optional(some(patterns[0]!));
      default:
        return some(patterns[0]!);
    }
  }
  if (written === "") return empty;
  if (!written.startsWith("@")) return elementPattern(written);
  const colon = written.indexOf(":");
  if (colon < 0) return attributePattern(written.slice(1), []);
  return attributePattern(written.slice(1, colon), typesIn(written.slice(colon + 1)));
}

/** Types are parted by `|`; a regular expression is one type. */
const typesIn = (text: string): string[] => (text.startsWith("/") ? [text] : text.split("|"));
