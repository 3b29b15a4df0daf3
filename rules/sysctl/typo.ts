import { distance } from "fastest-levenshtein";
import { sysctl } from "../../parsers/sysctl/index.ts";
import type { Sysctl } from "../../parsers/sysctl/model.ts";
import { modelRule } from "../rule.ts";
import { isSwap } from "../schema/suggest.ts";
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

/** How a key is written that is none: as a command, as a path, in capitals, with a comma for a dot, or with a part left out. */
const mends: readonly ((key: string) => string)[] = [
  (key) => key.replace(/^(?:sysctl[ \t]+(?:-\S+[ \t]+)*|set[ \t]+)/, ""),
  (key) => key.replace(/^\.?proc\.sys\./, ""),
  (key) => key.toLowerCase(),
  (key) => key.replaceAll(",", "."),
  (key) => `net.${key}`,
  (key) => key.replace(/^net\.(ipv[46])\.(?=[^.]+\.[^.]+$)/, "net.$1.conf."),
  (key) => key.replace(/^net\.ipv4\.(?=[^.]+$)/, "net.ipv4.conf.all."),
];

/**
 * The known key that this one is in other clothes, or the described one from which it differs in one part by a letter or two,
 * or in two letters that changed places.
 */
export function keyMeant(key: string): string | undefined {
  if (/[*?[\]]/.test(key)) return undefined;
  if (isKnown(key)) return interfaceMeant(key);
  const mended = mends.map((mend) => mend(key)).find((one) => one !== key && isKnown(one));
  if (mended !== undefined) return mended;
  const parts = key.split(".");
  for (const candidate of described()) {
    const guess = candidate.split(".").map((part, i) => (part === "*" ? (parts[i] ?? "") : part));
    if ((guess.length === parts.length && isNear(parts, guess)) || isSwap(key, guess.join(".")))
      return guess.join(".");
  }
  return undefined;
}

/** `conf.deault`, `conf.aLl`: no interface is called that. */
function interfaceMeant(key: string): string | undefined {
  const [, before, device = "", after] =
    /^(net\.ipv[46]\.(?:conf|neigh)\.)([A-Za-z]+)(\..*)$/.exec(key) ?? [];
  const slip = device.toLowerCase();
  // `wall` and `hall` may be interfaces.
  const meant = ["all", "default"].find(
    (one) => one !== device && isSlip(slip, one) && /^(?:a|la|.{5})/.test(slip),
  );
  return meant && `${before}${meant}${after}`;
}

function isNear(parts: readonly string[], guess: readonly string[]): boolean {
  const different = parts.filter((part, i) => part !== guess[i]);
  if (different.length !== 1) return false;
  const at = parts.indexOf(different[0]!);
  const [a, b] = [parts[at]!, guess[at]!];
  if (at === 0 && isSlip(a, b)) return true;
  const allowed = b.length < 4 ? 0 : b.length < 8 ? 1 : 2;
  if (a.length < 2 || differsInDigits(a, b)) return false;
  return isSwap(a, b) || distance(a.toLowerCase(), b.toLowerCase()) <= allowed;
}

const isSlip = (a: string, b: string): boolean => a === b || isSwap(a, b) || distance(a, b) === 1;

/** ipv4 and ipv6, thresh1 and thresh3 are names of their own. */
const differsInDigits = (a: string, b: string): boolean =>
  a !== b && a.replace(/\d+/g, "") === b.replace(/\d+/g, "");
