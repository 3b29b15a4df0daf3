import { textOf } from "../../parsers/core/source.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import { wordsOf } from "./lines.ts";

/** A reference to an environment variable in a word's raw text. */
export interface Reference {
  readonly name: string;
  readonly hasDefault: boolean;
  /** Within double quotes; else in single ones, or bare. */
  readonly quote: '"' | "'" | "";
  /** Offsets in the raw text. */
  readonly start: number;
  readonly end: number;
}

const pattern = /^\$(?:\{([A-Za-z_]\w*)(?:\[\*\])?(-[^}]*)?\}|([A-Za-z_]\w*))/;

/** The references of a raw word, those that haproxy does not replace too. */
export function referencesOf(raw: string): Reference[] {
  const found: Reference[] = [];
  let quote: Reference["quote"] = "";
  for (let i = 0; i < raw.length; i++) {
    const c = raw[i]!;
    if (c === "\\" && quote !== "'") i++;
    else if (c === quote) quote = "";
    else if (quote === "" && (c === '"' || c === "'")) quote = c;
    else if (c === "$") {
      const match = pattern.exec(raw.slice(i));
      if (!match) continue;
      const [all, braced, fallback, bare] = match;
      found.push({
        name: braced ?? bare!,
        hasDefault: fallback !== undefined,
        quote,
        start: i,
        end: i + all.length,
      });
      i += all.length - 1;
    }
  }
  return found;
}

/** Where the address stands, by the line's keyword. */
const addressAt: Readonly<Record<string, number>> = {
  bind: 1,
  "dgram-bind": 1,
  server: 2,
  "server-template": 3,
  peer: 2,
  nameserver: 2,
  mailer: 2,
  log: 1,
  source: 1,
  dispatch: 1,
};
const beforeAddress = new Set(["source", "usesrc", "addr", "socks4", "socket", "log"]);

/** The words that haproxy reads as addresses: variables are replaced there without quotes too (str2sa_range()). */
export function addressWords(statement: Statement): Word[] {
  const words = wordsOf(statement).filter(({ value }, i) => i > 0 || value !== "no");
  const index = addressAt[words[0]?.value ?? ""];
  return words.filter((_, i) => i === index || (i > 1 && beforeAddress.has(words[i - 1]!.value)));
}

export const rawOf = ({ at }: Word): string => textOf(at);
