import { type StructuredPatchHunk, structuredPatch } from "diff";
import type { Show } from "./diff.ts";

/** Changed lines beyond which the whole is shown as replaced: what finds the shortest way takes their square. */
const maxEditLength = 1000;

/** A unified diff of two texts of which either may have lines of its own; "" where they are equal. */
export function diffOf(path: string, before: string, after: string, show: Show): string {
  if (before === after) return "";
  const options = { context: 3, maxEditLength };
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, options) ?? {
    hunks: [replaced(before, after)],
  };
  return `--- ${show(path)}\n+++ ${show(path)}\n${hunks.map((hunk) => printed(hunk, show)).join("")}`;
}

function replaced(before: string, after: string): StructuredPatchHunk {
  const [old, now] = [linesOf(before), linesOf(after)];
  const lines = [...old.map((line) => `-${line}`), ...now.map((line) => `+${line}`)];
  return { oldStart: 1, oldLines: old.length, newStart: 1, newLines: now.length, lines };
}

const linesOf = (text: string): string[] => text.replace(/\n$/, "").split("\n");

function printed({ oldStart, oldLines, newStart, newLines, lines }: StructuredPatchHunk, show: Show): string {
  const shown = lines.map((line) => {
    const end = line.endsWith("\r") ? "\r" : "";
    return `${line.charAt(0)}${show(line.slice(1, line.length - end.length))}${end}\n`;
  });
  return `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@\n${shown.join("")}`;
}

/** An empty stretch is named by the line before it. */
const range = (start: number, count: number): string => `${count === 0 ? start - 1 : start},${count}`;
