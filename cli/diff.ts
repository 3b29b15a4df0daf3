import { context, type Hunk, noLineFeed, printed, type Show } from "./hunks.ts";

/**
 * A unified diff. `after` must have the lines of `before` in the same order, each perhaps changed, and none more: a diff that
 * looks for moved lines takes half a minute where a whole file of 5,000 lines is indented anew.
 */
export function unified(path: string, before: string, after: string, show: Show): string {
  const old = linesOf(before);
  const now = linesOf(after);
  const changed = old.flatMap((line, i) => (line === now[i] ? [] : [i]));
  const hunks = groupsOf(changed).map(([first, last]) => hunk(old, now, first, last));
  return printed({ path, before, after }, hunks, show);
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/).filter((line) => line !== "");

/** First and last changed line of each hunk. */
function groupsOf(changed: readonly number[]): [number, number][] {
  const groups: [number, number][] = [];
  for (const line of changed) {
    const last = groups.at(-1);
    if (last && line - last[1] <= 2 * context) last[1] = line;
    else groups.push([line, line]);
  }
  return groups;
}

function hunk(old: readonly string[], now: readonly string[], first: number, last: number): Hunk {
  const from = Math.max(0, first - context);
  const to = Math.min(old.length, last + context + 1);
  const lines: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    lines.push(...added);
    added = [];
  };
  for (let i = from; i < to; i++) {
    if (old[i] === now[i]) {
      flush();
      lines.push(...marked(" ", old[i]!));
      continue;
    }
    lines.push(...marked("-", old[i]!));
    if (now[i] !== undefined) added.push(...marked("+", now[i]!));
  }
  flush();
  const newLines = Math.min(to, now.length) - Math.min(from, now.length);
  return { oldStart: from + 1, oldLines: to - from, newStart: from + 1, newLines, lines };
}

const marked = (mark: string, line: string): readonly string[] =>
  line.endsWith("\n") ? [`${mark}${line.slice(0, -1)}`] : [`${mark}${line}`, noLineFeed];
