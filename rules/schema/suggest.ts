import { distance } from "fastest-levenshtein";

/** The candidate that the word was probably meant to be: same but for case, or few letters away for its length; a swap counts as one. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  const allowed = word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 14 ? 2 : 3;
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const other = candidate.toLowerCase();
    const d = other === lower ? 0 : isSwap(lower, other) ? 1 : distance(lower, other);
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** Whether two neighbouring letters changed places: `cehck`. */
export function isSwap(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i + 1 < a.length && a.slice(i) === `${b[i + 1]}${b[i]}${b.slice(i + 2)}`;
}
