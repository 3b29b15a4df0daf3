/** Ways that a pattern may try. */
const mostWays = 2e6;

/**
 * A regular expression of a workspace as one of JavaScript; undefined where it may mean something else there, or could take long: the
 * number of ways to match a text of `length` characters is bounded, and paid for. No quantifier stands in what another repeats.
 */
export function patternOf(
  pattern: string,
  length: number,
  spend: (cost: number) => void,
  flags = "",
  whole: "start" | "" = "",
): RegExp | undefined {
  let ways = 0;
  let depth = 0;
  /** Of each open group: whether it repeats or chooses inside. */
  const busy: boolean[] = [false];
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i]!;
    if (char === "\\") {
      if (!/[dDwWsSbB.^$*+?()[\]{}|/tnr-]/.test(pattern[++i] ?? "x") && pattern[i] !== "\\") return undefined;
    } else if (char === "[") {
      const end = /^\[\^?\]?(?:\\[^A-Za-z0-9]|\\[dDwWsStnr]|[^\]\\[])*\]/.exec(pattern.slice(i));
      if (!end) return undefined;
      i += end[0].length - 1;
    } else if (char === "(") {
      if (pattern[i + 1] === "?" && pattern[i + 2] !== ":") return undefined;
      if (pattern[i + 1] === "?") i += 2;
      busy[++depth] = false;
    } else if (char === ")") {
      if (depth === 0) return undefined;
      const inner = busy[depth--]!;
      if (inner && /[*+?{]/.test(pattern[i + 1] ?? "")) return undefined;
      busy[depth] ||= inner;
    } else if (/[*+?|]/.test(char)) {
      if (char === "|" || pattern[i - 1] !== "*") ways++;
      busy[depth] = true;
    } else if (char === "{") {
      const count = /^\{\d{1,3}(?:,\d{0,3})?\}/.exec(pattern.slice(i));
      if (!count) return undefined;
      ways++;
      busy[depth] = true;
      i += count[0].length - 1;
    }
  }
  const cost = (length + 2) ** (ways + 1);
  if (cost > mostWays) return undefined;
  spend(cost / 100);
  const source = whole === "start" ? `^(?:${pattern})` : pattern;
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
