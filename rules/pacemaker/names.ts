import type { Word } from "../../parsers/core/tree.ts";
import type { Report } from "../rule.ts";

const bare = (name: string): string => name.replace(/[-_]/g, "").toLowerCase();

/** Lost hyphens and one wrong letter leave no doubt what was meant. */
const certain = (name: string, guess: string): boolean =>
  bare(name) === bare(guess) || Math.abs(name.length - guess.length) <= 1;

/** Reports a name that Pacemaker does not read. */
export function unknownName(
  report: Report,
  { value, at }: Word,
  what: string,
  guess: string | undefined,
): void {
  if (!guess) {
    report(at, `Pacemaker knows no ${what} ${value}: nothing reads it`, { severity: "warning" });
    return;
  }
  report(at, `Pacemaker knows no ${what} ${value}, did you mean ${guess}?`, {
    fix: { title: `replace with ${guess}`, safe: certain(value, guess), edits: [{ at, text: guess }] },
  });
}
