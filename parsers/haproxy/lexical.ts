import { cover, linesOf, type Source, span } from "../core/source.ts";
import type { Mistake, Statement } from "../core/tree.ts";

/** Words of one line that haproxy keeps (MAX_LINE_ARGS). */
export const mostWords = 64;

const mistake = (source: Source, rule: string, message: string, start: number, end: number): Mistake => ({
  kind: "mistake",
  rule: `haproxy/${rule}`,
  message,
  at: span(source, start, end),
});

/** What haproxy refuses in a file before it looks at any line: a byte order mark, NUL, no last line end. */
export const lexicalMistakes = (source: Source): Mistake[] => [...marks(source), ...unended(source)];

function marks(source: Source): Mistake[] {
  const { text } = source;
  const found: Mistake[] = [];
  if (text.startsWith("\ufeff"))
    found.push(
      mistake(
        source,
        "byte-order-mark",
        "a byte order mark stands before the first word, which haproxy then does not know",
        0,
        1,
      ),
    );
  const nul = text.indexOf("\0");
  if (nul >= 0)
    found.push(mistake(source, "stray-nul", "a NUL byte: haproxy reads no further", nul, nul + 1));
  return found;
}

/** A line of more words than haproxy takes. */
export function crowded({ keyword, args }: Statement): Mistake[] {
  const first = args[mostWords - 1];
  if (keyword.value.startsWith("[") || !first) return [];
  const message = `${args.length + 1} words in one line, ${mostWords} is the most`;
  return [{ kind: "mistake", rule: "haproxy/too-many-words", message, at: cover(first.at, args.at(-1)!.at) }];
}

function unended(source: Source): Mistake[] {
  const { text } = source;
  if (text === "" || text.endsWith("\n")) return [];
  const line = Math.min(linesOf(source).at(-1)!, text.length - 1);
  const start = line + Math.max(0, text.slice(line).search(/[^ \t]/));
  const end = span(source, text.length, text.length);
  return [
    {
      ...mistake(
        source,
        "missing-final-newline",
        "the last line has no line end: the file may be cut off",
        start,
        text.length,
      ),
      fix: { title: "end the line", safe: true, edits: [{ at: end, text: "\n" }] },
    },
  ];
}
