import type { Statement } from "../../parsers/core/tree.ts";
import { firstOf, linesByWord, lineWords } from "../../parsers/haproxy/lineWords.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Proxy, ProxyOption } from "../../parsers/haproxy/modelProxy.ts";
import type { Document } from "../rule.ts";

/** A section's own lines that begin with this word or with these two: "retries", "stats uri". */
export function ownLines(
  { statements }: { readonly statements: readonly Statement[] },
  words: string,
): readonly Statement[] {
  const first = firstOf(words);
  const lines = linesByWord(statements).get(first) ?? none;
  if (lines === none || first === words) return lines;
  const second = words.slice(first.length + 1);
  return lines.filter((line) => lineWords(line)[1]?.value === second);
}

const none: readonly Statement[] = [];

/** The proxy's lines that begin with this word or these two; those of the nearest `defaults` where it has none. */
export function effectiveLines(proxy: Proxy, words: string): readonly Statement[] {
  for (let one: Proxy | undefined = proxy; one; one = one.defaults) {
    const lines = ownLines(one, words);
    if (lines.length > 0) return lines;
  }
  return none;
}

/** What the line says after its first `count` words. */
export const after = (statement: Statement, count: number) => lineWords(statement).slice(count);

/** The `option` line that counts in this proxy; undefined where none turns it on. */
export function optionOf(proxy: Proxy, name: string): ProxyOption | undefined {
  for (let one: Proxy | undefined = proxy; one; one = one.defaults) {
    const option = one.options.findLast((option) => option.name === name);
    if (option) return option.on ? option : undefined;
  }
  return undefined;
}

/** Neither `global` nor `defaults`: lines for another file, of which nothing is said to be missing. */
export const isPart = ({ global, defaults }: Haproxy): boolean =>
  global.sections.length === 0 && defaults.length === 0;

/** Everything that haproxy reads is there, so that what nothing names is really unused. */
export const isWhole = (model: Haproxy, { root, whole }: Document): boolean =>
  !isPart(model) && root && whole;

/** The last line of `global` that begins with this word or these two. */
export const globalLine = ({ global }: Haproxy, words: string): Statement | undefined =>
  ownLines(global, words).at(-1);
