import { distance } from "fastest-levenshtein";
import { sysctl } from "../../parsers/sysctl/index.ts";
import type { Sysctl } from "../../parsers/sysctl/model.ts";
import { modelRule } from "../rule.ts";
import { described, isKnown } from "./keys.ts";

export const typo = modelRule<Sysctl>({
  id: "sysctl/typo",
  severity: "error",
  summary: "A key that the kernel does not have and that resembles a known one is a misspelling",
  daemon: "silent",
  format: sysctl,
  check({ settings }, report) {
    for (const { key, keyWord } of settings) {
      const guess = keyMeant(key);
      if (!guess) continue;
      const sign = /^-[ \t]*/.exec(keyWord.value)?.[0] ?? "";
      const at = keyWord.at.with({ start: keyWord.at.start + sign.length });
      report(
        at,
        `the kernel has no ${keyWord.value.slice(sign.length)} (did you mean ${guess}?): the line sets nothing`,
        {
          fix: { title: `replace with ${guess}`, safe: false, edits: [{ at, text: guess }] },
        },
      );
    }
  },
});

/** How a key is written that is none: as a command, as a path, in capitals, or with a part left out. */
const mends: readonly ((key: string) => string)[] = [
  (key) => key.replace(/^(?:sysctl[ \t]+(?:-\S+[ \t]+)*|set[ \t]+)/, ""),
  (key) => key.replace(/^\.?proc\.sys\./, ""),
  (key) => key.toLowerCase(),
  (key) => `net.${key}`,
  (key) => key.replace(/^net\.(ipv[46])\.(?=[^.]+\.[^.]+$)/, "net.$1.conf."),
  (key) => key.replace(/^net\.ipv4\.(?=[^.]+$)/, "net.ipv4.conf.all."),
];

/** The known key that this one is in other clothes, or the described one from which it differs in one part by a letter or two. */
export function keyMeant(key: string): string | undefined {
  if (/[*?[\]]/.test(key) || isKnown(key)) return undefined;
  const mended = mends.map((mend) => mend(key)).find((one) => one !== key && isKnown(one));
  if (mended !== undefined) return mended;
  const parts = key.split(".");
  for (const candidate of described()) {
    const guess = candidate.split(".").map((part, i) => (part === "*" ? (parts[i] ?? "") : part));
    if (guess.length === parts.length && isNear(parts, guess)) return guess.join(".");
  }
  return undefined;
}

function isNear(parts: readonly string[], guess: readonly string[]): boolean {
  const different = parts.filter((part, i) => part !== guess[i]);
  if (different.length !== 1) return false;
  const at = parts.indexOf(different[0]!);
  const [a, b] = [parts[at]!, guess[at]!];
  const allowed = b.length < 4 ? 0 : b.length < 8 ? 1 : 2;
  return a.length > 1 && !differsInDigits(a, b) && distance(a.toLowerCase(), b.toLowerCase()) <= allowed;
}

/** ipv4 and ipv6, thresh1 and thresh3 are names of their own. */
const differsInDigits = (a: string, b: string): boolean =>
  a !== b && a.replace(/\d+/g, "") === b.replace(/\d+/g, "");
