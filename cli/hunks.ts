/** What a line of the diff may show: no secrets, nothing that a terminal acts on. */
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

/** A unified diff of one file; "" where nothing differs. */
export const printed = (path: string, hunks: readonly Hunk[], show: Show): string =>
  hunks.length === 0
    ? ""
    : `--- ${show(path)}\n+++ ${show(path)}\n${hunks.map((hunk) => textOf(hunk, show)).join("")}`;

function textOf({ oldStart, oldLines, newStart, newLines, lines }: Hunk, show: Show): string {
  const shown = lines.map((line) => {
    const end = line.endsWith("\r") ? "\r" : "";
    return `${line.charAt(0)}${show(line.slice(1, line.length - end.length))}${end}\n`;
  });
  return `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@\n${shown.join("")}`;
}

/** An empty stretch is named by the line before it. */
const range = (start: number, count: number): string => `${count === 0 ? start - 1 : start},${count}`;
