import { remembered } from "../parsers/core/remembered.ts";
import type { Source } from "../parsers/core/source.ts";
import { keptInPlace } from "./kept.ts";
import type { Finding } from "./rule.ts";
import { mask, type Secret, secretsOf } from "./secrets.ts";

const shortest = 4;

/**
 * The secrets of a file that are long enough not to be a word by chance, as they are written, as they are meant, and the parts
 * that a format which ends its words sooner makes of them; comments are left out.
 */
const secretWords = remembered((source: Source): readonly string[] => {
  const words = secretsOf(source)
    .filter(({ start }) => !inComment(source, start))
    .flatMap((secret) => readingsOf(source.text, secret))
    .filter((word) => word.length >= shortest);
  // The longest first: another may be a part of it.
  return [...new Set(words)].sort((a, b) => b.length - a.length);
});

const inComment = ({ text }: Source, at: number): boolean =>
  /^\s*[#!;]/.test(text.slice(text.lastIndexOf("\n", at - 1) + 1, at));

function readingsOf(text: string, { start, end, from }: Secret): string[] {
  const written = text.slice(end - from < shortest ? start : from, end);
  return [written, written.replace(/\\(.)|["']/g, "$1"), ...written.split(/(?:[\\"';#{}\s]|&#?\w+;)+/)];
}

/** Takes the secrets of files out of a text. */
export type Clean = (text: string) => string;

/** Whether the beginning of a secret that stands from `start` to `end` is one, and not a word by chance. */
type IsBeginning = (text: string, start: number, end: number) => boolean;

/** undefined: the files have no secrets. */
export function cleaning(sources: Iterable<Source>, isBeginning: IsBeginning): Clean | undefined {
  const secrets = [...sources].flatMap(secretWords);
  if (secrets.length === 0) return undefined;
  return (text) => secrets.reduce((left, secret) => without(left, secret, isBeginning), text);
}

const isWord: IsBeginning = (text, start, end) =>
  !/\w/.test(text[start - 1] ?? "") && !/\w/.test(text[end] ?? "");

/** The finding with every secret of its files, or the beginning of one, taken out of what it says; a fix that writes one keeps only its title. */
export const guarded = keptInPlace((finding) => {
  const sources = new Set([finding, ...finding.related].map(({ at }) => at.source));
  const clean = cleaning(sources, isWord);
  return clean ? withoutSecrets(finding, clean) : finding;
});

function withoutSecrets(finding: Finding, clean: Clean): Finding {
  const { fix } = finding;
  return {
    ...finding,
    message: clean(finding.message),
    related: finding.related.map(({ at, message }) => ({ at, message: clean(message) })),
    ...(fix && {
      fix: {
        ...fix,
        title: clean(fix.title),
        edits: fix.edits.some(({ text }) => clean(text) !== text) ? [] : fix.edits,
      },
    }),
  };
}

/** Takes out a secret, and as much of its beginning as is one. */
function without(text: string, secret: string, isBeginning: IsBeginning): string {
  const head = secret.slice(0, shortest);
  let result = "";
  let from = 0;
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, from)) {
    let end = at + head.length;
    while (end - at < secret.length && text[end] === secret[end - at]) end++;
    const taken = end - at === secret.length || isBeginning(text, at, end);
    result += text.slice(from, at) + (taken ? mask : text.slice(at, end));
    from = end;
  }
  return result + text.slice(from);
}
