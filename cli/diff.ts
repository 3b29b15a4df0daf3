const context = 3;

/** What a line of the diff may show: no secrets, nothing that a terminal acts on. */
export type Show = (line: string) => string;

/**
 * A unified diff. `after` must have the lines of `before` in the same order, each perhaps changed, and none more: a diff that
 * looks for moved lines takes half a minute where a whole file of 5,000 lines is indented anew.
 */
export function unified(path: string, before: string, after: string, show: Show): string {
  const old = linesOf(before);
  const now = linesOf(after);
  const changed = old.flatMap((line, i) => (line === now[i] ? [] : [i]));
  if (changed.length === 0) return "";
  const hunks = groupsOf(changed).map(([first, last]) => hunk(old, now, first, last, show));
  return `--- ${show(path)}\n+++ ${show(path)}\n${hunks.join("")}`;
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

function hunk(
  old: readonly string[],
  now: readonly string[],
  first: number,
  last: number,
  show: Show,
): string {
  const from = Math.max(0, first - context);
  const to = Math.min(old.length, last + context + 1);
  const printed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    printed.push(...added);
    added = [];
  };
  for (let i = from; i < to; i++) {
    if (old[i] === now[i]) {
      flush();
      printed.push(shownLine(" ", old[i]!, show));
      continue;
    }
    printed.push(shownLine("-", old[i]!, show));
    if (now[i] !== undefined) added.push(shownLine("+", now[i]!, show));
  }
  flush();
  const length = Math.min(to, now.length) - Math.min(from, now.length);
  return `@@ -${from + 1},${to - from} +${from + 1},${length} @@\n${printed.join("")}`;
}

function shownLine(mark: string, line: string, show: Show): string {
  const end = /\r?\n$/.exec(line)?.[0] ?? "\n\\ No newline at end of file\n";
  return `${mark}${show(line.replace(/\r?\n$/, ""))}${end}`;
}
