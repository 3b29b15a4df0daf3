import { structuredPatch } from "diff";
import { context, type Hunk, printed, type Show } from "./hunks.ts";

/** Changed lines beyond which the whole is shown as replaced: what finds the shortest way takes their square. */
const maxEditLength = 1000;

/** A unified diff of two texts of which either may have lines of its own; "" where they are equal. */
export function diffOf(path: string, before: string, after: string, show: Show): string {
  if (before === after) return "";
  const options = { context, maxEditLength };
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, options) ?? {
    hunks: [replaced(before, after)],
  };
  return printed({ path, before, after }, hunks, show);
}

function replaced(before: string, after: string): Hunk {
  const [old, now] = [linesOf(before), linesOf(after)];
  const lines = [...old.map((line) => `-${line}`), ...now.map((line) => `+${line}`)];
  return { oldStart: 1, oldLines: old.length, newStart: 1, newLines: now.length, lines };
}

const linesOf = (text: string): string[] => text.replace(/\n$/, "").split("\n");
