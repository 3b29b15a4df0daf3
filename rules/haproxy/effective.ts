import type { Statement } from "../../parsers/core/tree.ts";
import { lineWords } from "../../parsers/haproxy/lineWords.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Proxy, ProxyOption } from "../../parsers/haproxy/modelProxy.ts";
import { chainOf } from "./proxies.ts";

type Lines = ReadonlyMap<string, readonly Statement[]>;

const known = new WeakMap<readonly Statement[], Lines>();

/** These lines by their first word and by their first two. */
function byWords(statements: readonly Statement[]): Lines {
  const found = known.get(statements);
  if (found) return found;
  const lines = new Map<string, Statement[]>();
  for (const statement of statements) {
    const [first, second] = lineWords(statement);
    for (const key of [first!.value, `${first!.value} ${second?.value ?? ""}`]) {
      const same = lines.get(key);
      if (same) same.push(statement);
      else lines.set(key, [statement]);
    }
  }
  known.set(statements, lines);
  return lines;
}

/** A section's own lines that begin with this word or with these two: "retries", "stats uri". */
export const ownLines = ({ statements }: { readonly statements: readonly Statement[] }, words: string) =>
  byWords(statements).get(words) ?? [];

/** The proxy's lines that begin with this word or these two; those of the nearest `defaults` where it has none. */
export const effectiveLines = (proxy: Proxy, words: string): readonly Statement[] =>
  chainOf(proxy)
    .map((one) => ownLines(one, words))
    .find((lines) => lines.length > 0) ?? [];

/** What the line says after its first `count` words. */
export const after = (statement: Statement, count: number) => lineWords(statement).slice(count);

/** The `option` line that counts in this proxy; undefined where none turns it on. */
export function optionOf(proxy: Proxy, name: string): ProxyOption | undefined {
  for (const { options } of chainOf(proxy)) {
    const option = options.findLast((one) => one.name === name);
    if (option) return option.on ? option : undefined;
  }
  return undefined;
}

/** Neither `global` nor `defaults`: lines for another file, of which nothing is said to be missing. */
export const isPart = ({ global, defaults }: Haproxy): boolean =>
  global.sections.length === 0 && defaults.length === 0;

/** The last line of `global` that begins with this word or these two. */
export const globalLine = ({ global }: Haproxy, words: string): Statement | undefined =>
  ownLines(global, words).at(-1);
