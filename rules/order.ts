import type { Finding } from "./rule.ts";

/** Each finding once. */
export const unique = (findings: readonly Finding[]): Finding[] => {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const { at, rule, message } = finding;
    const key = `${at.source.path}\0${at.start}\0${at.end}\0${rule}\0${message}`;
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
};

/** By file, place and rule. */
export const sorted = (findings: Finding[]): Finding[] =>
  findings.sort(
    (a, b) =>
      compareText(a.at.source.path, b.at.source.path) ||
      a.at.start - b.at.start ||
      a.at.end - b.at.end ||
      compareText(a.rule, b.rule),
  );

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
