import { span } from "../core/source.ts";
import type { Word } from "../core/tree.ts";

/** A host with the port that may stand behind it; the words lead to the text. */
export interface HostPort {
  /** Brackets of an IPv6 address taken off. */
  readonly host: string;
  readonly port?: number;
  readonly hostWord: Word;
  readonly portWord?: Word;
  readonly word: Word;
}

/** wsrep_cluster_address: `gcomm://host[:port],…?option=value`. */
export interface ClusterAddress {
  /** "gcomm"; absent where no `://` stands. */
  readonly scheme?: string;
  readonly nodes: readonly HostPort[];
  /** Behind the `?`. */
  readonly query: string;
  /** An entry has blanks beside it, which Galera takes for a part of the name. */
  readonly blanks: readonly Word[];
}

/** A part of a word by its offsets in the word's text; quotes are taken off by the caller's offsets. */
const part = (word: Word, from: number, to: number): Word => {
  const start = word.at.start + (word.quote ? 1 : 0);
  const at = span(word.at.source, start + from, start + to);
  return { kind: "word", value: word.at.source.text.slice(at.start, at.end), at };
};

/** The text of a word as it stands, without its quotes. */
const rawText = ({ at, quote }: Word): string => {
  const cut = quote ? 1 : 0;
  return at.source.text.slice(at.start + cut, at.end - cut);
};

export function clusterAddress(word: Word): ClusterAddress {
  const text = rawText(word);
  const sign = text.indexOf("://");
  const from = sign < 0 ? 0 : sign + 3;
  const mark = text.indexOf("?", from);
  const end = mark < 0 ? text.length : mark;
  const nodes: HostPort[] = [];
  const blanks: Word[] = [];
  let start = from;
  while (start <= end) {
    const comma = text.indexOf(",", start);
    const stop = comma < 0 || comma > end ? end : comma;
    const entry = text.slice(start, stop);
    const trimmed = entry.trim();
    if (trimmed !== "") {
      const at = start + entry.indexOf(trimmed);
      nodes.push(hostPort(part(word, at, at + trimmed.length)));
      if (trimmed !== entry) blanks.push(part(word, start, stop));
    }
    start = stop + 1;
  }
  return { ...(sign < 0 ? {} : { scheme: text.slice(0, sign) }), nodes, query: text.slice(end), blanks };
}

/** `host`, `host:port`, `[ipv6]`, `[ipv6]:port`; an IPv6 address without brackets has no port. */
export function hostPort(word: Word): HostPort {
  const text = rawText(word);
  const found = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(\d+))?$/.exec(text);
  if (!found) return { host: text, hostWord: word, word };
  const host = found[1] ?? found[2] ?? "";
  const from = found[1] === undefined ? 0 : 1;
  const hostWord = part(word, from, from + host.length);
  const digits = found[3];
  if (!digits) return { host, hostWord, word };
  return {
    host,
    hostWord,
    word,
    port: Number(digits),
    portWord: part(word, text.length - digits.length, text.length),
  };
}
