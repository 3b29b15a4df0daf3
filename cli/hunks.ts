import { hidden } from "../rules/secrets.ts";

/** What a path or line of the diff may show: nothing that a terminal acts on. */
export type Show = (line: string) => string;

/** A stretch of two texts that differs, with the lines around it. */
export interface Hunk {
  /** Lines are counted from 1. */
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  /** Each with its mark before it, without the line feed. */
  readonly lines: readonly string[];
}

/** Lines around those that differ. */
export const context = 3;

/** Stands behind a line that ends with the text. */
export const noLineFeed = "\\ No newline at end of file";

/** A file that is to change. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A unified diff of one file, secrets masked; "" where nothing differs. */
export function printed({ path, before, after }: Change, hunks: readonly Hunk[], show: Show): string {
  if (hunks.length === 0) return "";
  const [old, now] = [before, after].map((text) => hidden(text).split("\n")) as [string[], string[]];
  const shown = hunks.map((hunk) => textOf(masked(hunk, old, now), show));
  return `--- ${show(path)}\n+++ ${show(path)}\n${shown.join("")}`;
}

/** The hunk with these lines in place of its own: a secret may stand over several lines, and is found in the whole text only. */
function masked(hunk: Hunk, old: readonly string[], now: readonly string[]): Hunk {
  const next = { old: hunk.oldStart - 1, now: hunk.newStart - 1 };
  const lines = hunk.lines.map((line) => {
    if (line.startsWith("\\")) return line;
    const of = line.startsWith("-") ? old[next.old] : now[next.now];
    if (!line.startsWith("+")) next.old++;
    if (!line.startsWith("-")) next.now++;
    return line.charAt(0) + of;
  });
  return { ...hunk, lines };
}

function textOf({ oldStart, oldLines, newStart, newLines, lines }: Hunk, show: Show): string {
  const shown = lines.map((line) => {
    const end = line.endsWith("\r") ? "\r" : "";
    return `${line.charAt(0)}${show(line.slice(1, line.length - end.length))}${end}\n`;
  });
  return `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@\n${shown.join("")}`;
}

/** An empty stretch is named by the line before it. */
const range = (start: number, count: number): string => `${count === 0 ? start - 1 : start},${count}`;
