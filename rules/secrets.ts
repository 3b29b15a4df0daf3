import { distance } from "fastest-levenshtein";
import { editOf, type Source } from "../parsers/core/source.ts";
import { keptInPlace } from "./kept.ts";
import type { Finding } from "./rule.ts";

/** From start to end within one line. */
type Stretch = readonly [start: number, end: number];

const value = String.raw`(?<secret>"[^"]*"?|'[^']*'?|[^\s;#"']+)`;

/** What stands before a secret in the formats that halint reads, and in the command lines inside them. */
const patterns: readonly RegExp[] = [
  // auth_pass, shared-secret, wsrep_sst_auth and wsrep-sst-auth, password, insecure-password, passwd=, "--password=x"
  String.raw`(?:auth_pass|shared-secret|sst[_-]auth|password|passwd|passphrase|secret|psk|w(?:ep|ireless)-key\d?)(?![\w.-])["']?(?:\s*[:=]\s*|\s+)${value}`,
  String.raw`stats\s+auth\s+${value}`,
  String.raw`authorization["']?[\s,:]+["']?(?:basic|bearer)?[\s\\]*${value}`,
  // redis: tcp-check send AUTH\ secret\r\n
  String.raw`send\s+auth\\? ${value}`,
  // Heartbeat's authkeys: 1 sha1 key
  String.raw`^\s*\d+\s+(?:md5|sha1)\s+(?<secret>\S.*?)\s*$`,
  // XML: <nvpair name="passwd" value="secret"/>
  String.raw`(?:pass|password|passwd|secret)["']\s[^>]{0,200}?value=${value}`,
  String.raw`value=${value}\s[^>]{0,200}?name=["'][^"']{0,60}(?:pass|password|passwd|secret)["']`,
  // command lines and addresses
  String.raw`\s-u\s+["']?[^\s:"']{1,60}:${value}`,
  String.raw`:\/\/[^\s/:@]{0,60}:(?<secret>[^\s/@]+)@`,
].map((pattern) => new RegExp(pattern, "dgi"));

const keywords = ["auth_pass", "shared-secret", "wsrep_sst_auth"];
/** One of these stands in every line with a secret: of the three parts of a keyword two mistakes leave one (aut, h_p, ass; shar, ed-s, ecret; wsrep, _sst_, aut). */
const hints = /ass|ecret|aut|h_p|shar|ed-s|wsrep|_sst_|psk|-key|stats\s|:\/\/|\s-u\s|\d\s+(?:md5|sha1)\s/i;

/** Where the secrets of a line stand, quotes not counted; a keyword that is nearly one of a secret counts as it. */
export function secretsIn(line: string): Stretch[] {
  const found = hints.test(line) ? patterns.flatMap((pattern) => stretches(line, pattern)) : [];
  const first = /^[ \t]*([\w-]{6,20})(?:\s*=\s*|\s+)(\S.*?)\s*$/d.exec(line);
  if (first && found.length === 0 && keywords.some((keyword) => near(first[1]!, keyword)))
    found.push(first.indices![2]!);
  const stats = /^[ \t]*stats[ \t]+(\w{3,6})[ \t]+(\S+)/d.exec(line);
  if (stats && found.length === 0 && near(stats[1]!, "auth")) found.push(stats.indices![2]!);
  return found.sort((a, b) => a[0] - b[0]);
}

/** Two letters apart at the most; the lengths tell most pairs apart without looking. */
const near = (word: string, keyword: string): boolean =>
  Math.abs(word.length - keyword.length) <= 2 && distance(word.toLowerCase(), keyword) <= 2;

function stretches(line: string, pattern: RegExp): Stretch[] {
  return [...line.matchAll(pattern)].flatMap((match) => {
    const [start, end] = match.indices!.groups!.secret!;
    const quoted = line[start] === '"' || line[start] === "'";
    const from = quoted ? start + 1 : start;
    const to = quoted && end > from && line[end - 1] === line[start] ? end - 1 : end;
    return to > from ? [[from, to] as const] : [];
  });
}

const known = new WeakMap<Source, ReadonlySet<string>>();

/** The secrets of a file that are long enough not to be a word by chance; comments are left out. */
function secretsOf(source: Source): ReadonlySet<string> {
  const before = known.get(source);
  if (before) return before;
  const found = secretsInText(withoutKnown(source));
  known.set(source, found);
  return found;
}

/** The text, or the lines that an edit changed of one without secrets. */
function withoutKnown(source: Source): string {
  const { text } = source;
  const edit = editOf(source);
  if (!edit || known.get(edit.before)?.size !== 0) return text;
  const start = text.lastIndexOf("\n", edit.start - 1) + 1;
  const end = text.indexOf("\n", text.length - edit.rest);
  return text.slice(start, end < 0 ? text.length : end);
}

function secretsInText(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (!hints.test(text)) return found;
  for (const line of text.split(/[\r\n]+/)) {
    if (/^\s*[#!;]/.test(line)) continue;
    for (const [start, end] of secretsIn(line))
      if (end - start >= shortest) found.add(line.slice(start, end));
  }
  return found;
}

const shortest = 4;
export const mask = "•••";

/** The finding with every secret of its files, or the beginning of one, taken out of what it says; a fix that writes one keeps only its title. */
export const guarded = keptInPlace((finding) => {
  const sources = new Set([finding, ...finding.related].map(({ at }) => at.source));
  const secrets = [...sources].flatMap((source) => [...secretsOf(source)]);
  return secrets.length === 0 ? finding : withoutSecrets(finding, secrets);
});

function withoutSecrets(finding: Finding, secrets: readonly string[]): Finding {
  const clean = (text: string): string => secrets.reduce(without, text);
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

/** Takes out a secret, and as much of its beginning as stands as a word of its own. */
function without(text: string, secret: string): string {
  const head = secret.slice(0, shortest);
  let result = "";
  let from = 0;
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, from)) {
    let end = at + head.length;
    while (end - at < secret.length && text[end] === secret[end - at]) end++;
    const word = !/\w/.test(text[at - 1] ?? "") && !/\w/.test(text[end] ?? "");
    result += text.slice(from, at) + (word || end - at === secret.length ? mask : text.slice(at, end));
    from = end;
  }
  return result + text.slice(from);
}
