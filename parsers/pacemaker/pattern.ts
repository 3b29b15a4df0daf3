/** Escapes, bracket expressions with classes inside, repetitions; anything else is a character. */
const parts = /\\.|\[\^?\]?(?:\[[:.=].*?[:.=]\]|[^\]])*\]|\{\d*,?\d*\}|[\s\S]/g;

/**
 * What is surely wrong with a POSIX extended regular expression as regcomp() of glibc reads it. A `)` too many and a `*` after
 * another are right there.
 */
export function patternFault(pattern: string): string | undefined {
  let open = 0;
  let before = "(";
  for (const [part] of pattern.matchAll(parts)) {
    if (part === "[") return "a [ is not closed";
    if (part === "\\") return "nothing follows the \\";
    if (part === "{") return "a { is no number of times";
    if (/^[*+?]$/.test(part) && (before === "(" || before === "|"))
      return `nothing stands before the ${part}`;
    if (part === "(") open++;
    if (part === ")" && open > 0) open--;
    before = part;
  }
  return open > 0 ? "a ( is not closed" : undefined;
}
