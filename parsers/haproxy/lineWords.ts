import { addTo, remembered } from "../core/remembered.ts";
import { cover, textOf } from "../core/source.ts";
import type { Statement, Word } from "../core/tree.ts";

/**
 * The words of a line as they stand in the file: a keyword that was joined of several words is cut again, and a
 * parenthesis that was taken off it put back. `no` and `default` are not among them.
 */
export function lineWords({ keyword, args }: Statement): Word[] {
  const [first] = args;
  const glued = first && first.at.source === keyword.at.source && first.at.start === keyword.at.end;
  if (!glued && !keyword.value.includes(" ")) return [keyword, ...args];
  const words = keywordWords(keyword);
  if (!glued) return [...words, ...args];
  const last = words.pop()!;
  const hole = last.hole || first.hole ? { hole: true as const } : {};
  const quote = last.quote ?? first.quote;
  const whole: Word = {
    kind: "word",
    value: last.value + first.value,
    at: cover(last.at, first.at),
    ...(quote ? { quote } : {}),
    ...hole,
  };
  return [...words, whole, ...args.slice(1)];
}

function keywordWords(keyword: Word): Word[] {
  const values = keyword.value.split(" ");
  if (values.length === 1 || keyword.quote) return [keyword];
  const { start } = keyword.at;
  const raw = textOf(keyword.at);
  let from = 0;
  return values.map((value) => {
    const at = raw.indexOf(value, from);
    if (at < 0) return { ...keyword, value };
    from = at + value.length;
    return { ...keyword, value, at: keyword.at.with({ start: start + at, end: start + from }) };
  });
}

/** The lines of a section by their first word. */
export const linesByWord = remembered(
  (statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> => {
    const lines = new Map<string, Statement[]>();
    for (const line of statements) addTo(lines, firstOf(line.keyword.value), line);
    return lines;
  },
);

/** What stands before the first blank. */
export const firstOf = (text: string): string => {
  const blank = text.indexOf(" ");
  return blank < 0 ? text : text.slice(0, blank);
};

/** `set-var(txn.x)` is name "set-var" and parameter "txn.x". */
export const nameAndParameter = (word: Word): { name: string; parameter?: string } => {
  const open = word.value.indexOf("(");
  if (open <= 0) return { name: word.value };
  const end = word.value.endsWith(")") ? word.value.length - 1 : word.value.length;
  return { name: word.value.slice(0, open), parameter: word.value.slice(open + 1, end) };
};
