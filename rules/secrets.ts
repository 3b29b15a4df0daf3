import { editOf, linesOf, type Source } from "../parsers/core/source.ts";
import { endsAsSecret, isNear, isSecretName } from "./secretNames.ts";
import { type Stretch, unquoted, valueAt } from "./secretValues.ts";

/** Where a secret stands, quotes around it not counted. */
export interface Secret extends Stretch {
  /** The first of what nobody may know: behind the name of an account. */
  readonly from: number;
}

/** What stands before a secret. Its group `secret` is the word, where that does not simply follow. */
interface Pattern {
  readonly before: RegExp;
  readonly holds?: (groups: Readonly<Record<string, string>>) => boolean;
  /** The name of an account and a colon may stand before the password. */
  readonly account?: true;
}

const gap = String.raw`(?:\\?\s)`;
/** Flags of an ACL of haproxy between what it looks at and what it looks for. */
const flags = String.raw`(?:${gap}+(?:-i|--|-m${gap}+\w+))*`;
/** Not what looks like the next attribute of a tag. */
const assigned = String.raw`(?:${gap}*(?:=>?|:)${gap}*|${gap}+(?!(?<=["']\s+)[\w-]+=["']))(?!-[im]\s)`;
const schemes = `(?:basic|bearer|digest|token|negotiate)`;
const rest = String.raw`(?<secret>\S.*?)[ \t]*$`;
const attribute = `name=["'](?<name>[^"'<>]{1,80})["']`;
const attributeValue = String.raw`\svalue=(?<secret>"[^"]*"?|'[^']*'?)`;
/**
 * One of these stands in every name of a secret, a misspelt one included: of its parts that do not touch, one more than there may
 * be mistakes, one is left (aut, h_p, ass; shar, ed-s, ecret; wsrep, _sst_, aut; pas, wor; pas, wd; pas, phr; sec, ret).
 */
const nameHints =
  "pas|ass|wor|wd|phr|sec|serc|ecret|ret(?![a-z_])|aut|h[_-]p|shar|ed[_-]s|wsrep|[_-]sst[_-]|psk|key|token|md5";
const named = ({ name = "" }): boolean => isSecretName(name) || /pass$/i.test(name);

const patterns: readonly Pattern[] = [
  // auth_pass x, shared-secret "x", insecure-password x, passwd=x, "--password=x", set-var(txn.password) str(x)
  {
    before: pattern(
      String.raw`(?<![\w.-])(?=[\w.-]*(?:${nameHints}))(?<name>[\w.-]{3,80})["']*(?:(?:,[\w-]*)?\)["']?${flags})?${assigned}`,
    ),
    holds: ({ name = "" }) => isSecretName(name),
  },
  { before: pattern(String.raw`(?<![a-z])(?:user)?pass["']?\s*[:=]\s*`) },
  // my.cnf: blanks are of the value; a line with more than one assignment is another format's
  {
    before: pattern(
      String.raw`^[ \t#;!]*(?<name>[\w.-]{3,80})[ \t]*=[ \t]*(?!["'])(?!.*\s[\w-]+=)${rest}`,
      "m",
    ),
    holds: ({ name = "" }) => isSecretName(name),
    account: true,
  },
  {
    before: pattern(`(?:stats${gap}+(?<second>[a-z]{3,6})|(?<![a-z])(?<first>[a-z]{4,6})${gap}+auth)${gap}+`),
    holds: ({ first = "stats", second = "auth" }) => isNear(first, "stats", 1) && isNear(second, "auth", 2),
    account: true,
  },
  { before: pattern(String.raw`(?:sst[_-]auth)["']?(?:\s*=\s*)`), account: true },
  { before: pattern(String.raw`\b${schemes}${gap}+(?<=authorization[^\r\n]{1,400})`) },
  {
    before: pattern(
      String.raw`authorization["']?(?:[\s,:\\]+|\)${flags}${gap}+)(?!["']?${schemes}\b|-[im]\s|(?:if|unless|len)\s)`,
    ),
  },
  // redis: tcp-check send AUTH\ secret\r\n
  { before: pattern(`send(?:-lf)?${gap}+["']?auth${gap}+`) },
  // Heartbeat's authkeys: 1 sha1 key; its stonith_host, whose last words are a login and its password
  { before: pattern(String.raw`^[ \t]*\d{1,2}[ \t]+[a-z][\w-]*[ \t]+${rest}`, "m") },
  { before: pattern(String.raw`^[ \t]*stonith_host[ \t]+\S+[ \t]+\S+[ \t]+${rest}`, "m") },
  // corosync's key: x, keepalived's key 1 x
  { before: pattern(String.raw`^[ \t]*key[ \t]*:[ \t]*${rest}`, "m") },
  { before: pattern(String.raw`^[ \t]*key[ \t]+\d+[ \t]+`, "m") },
  // XML: <nvpair name="passwd" value="secret"/>
  { before: pattern(String.raw`${attribute}(?=\s)[^<>]{0,1000}?${attributeValue}`), holds: named },
  { before: pattern(String.raw`${attributeValue}(?=\s)[^<>]{0,1000}?\s${attribute}`), holds: named },
  // command lines and addresses
  {
    before: pattern(String.raw`(?<![\w-])(?:-u|--(?:proxy-)?user)[\s=]+(?=["']?[^\s:"']{1,60}:)`),
    account: true,
  },
  { before: pattern(String.raw`\bcurl\b[^|;&]{0,300}?\s-[a-z]*u\s*(?=["']?[^\s:"']{1,60}:)`), account: true },
  { before: /\b(?:mysql|mariadb)[\w-]*\s(?:[^|;&]{0,300}?\s)?-p(?=[^\s;|&])/g },
  {
    before:
      /\b(?:redis-cli\s(?:[^|;&]{0,300}?\s)?-a|sshpass\s+-p|ipmitool\s(?:[^|;&]{0,300}?\s)?-P|ldap\w+\s(?:[^|;&]{0,300}?\s)?-w)\s*/g,
  },
  { before: pattern(String.raw`:\/\/[^\s/:@]{0,100}:(?<secret>[^\s/]+)@`) },
];

/** Places of groups cost, and are asked for where the word is one. */
function pattern(before: string, flags = ""): RegExp {
  return new RegExp(before, `${before.includes("<secret>") ? "dgi" : "gi"}${flags}`);
}

/** One of these stands in every line with a secret. */
const hints = new RegExp(
  String.raw`${nameHints}|aut|key|stats|:\/\/|-[a-z]*u[\s"']|-user|curl|mysql|mariadb|redis-cli|sshpass|ipmitool|ldap|stonith_host|^[ \t]*\d{1,2}[ \t]+[a-z]`,
  "gim",
);

/** Where the secrets of a text stand, in its order; a keyword that is nearly one of a secret counts as it. */
export function secretsIn(text: string): Secret[] {
  const found: Secret[] = [];
  for (let at = 0; ; ) {
    hints.lastIndex = at;
    const hint = hints.exec(text);
    if (!hint) return joined(found);
    const last = hint.index + hint[0].length - 1;
    const { start, end } = unitOf(text, last, last);
    const unit = text.slice(start, end);
    for (const one of patterns) found.push(...secretsBehind(unit, one).map((secret) => moved(secret, start)));
    at = Math.max(end, last + 1);
  }
}

const moved = ({ start, end, from }: Secret, by: number): Secret => ({
  start: start + by,
  end: end + by,
  from: from + by,
});

function secretsBehind(unit: string, { before, holds, account }: Pattern): Secret[] {
  const found: Secret[] = [];
  before.lastIndex = 0;
  for (let match = before.exec(unit); match; match = before.exec(unit)) {
    const { groups = {}, indices } = match;
    if (holds && !holds(groups)) {
      // The word behind may be the one that counts.
      before.lastIndex = match.index + (groups.name ?? groups.first ?? match[0]).length;
      continue;
    }
    const [start] = indices?.groups?.secret ?? [match.index + match[0].length];
    const value = groups.secret === undefined ? valueAt(unit, start) : unquoted(start, groups.secret);
    if (!value) continue;
    // A name of a secret may be the value of another word: user secret password x.
    if (!endsAsSecret(unit.slice(value.start, value.end))) before.lastIndex = value.end;
    found.push({ ...value, from: account ? behindAccount(unit, value) : value.start });
  }
  return found;
}

function behindAccount(text: string, { start, end }: Stretch): number {
  const name = /^[^\s:]{1,60}:(?=.)/.exec(text.slice(start, end))?.[0] ?? "";
  return start + name.length;
}

/** In the order of the text, those that touch as one. */
function joined(secrets: readonly Secret[]): Secret[] {
  const found: Secret[] = [];
  for (const one of [...secrets].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (!last || one.start > last.end) found.push(one);
    else
      found[found.length - 1] = {
        start: last.start,
        end: Math.max(last.end, one.end),
        from: Math.min(last.from, one.from),
      };
  }
  return found;
}

/** The lines around a range that belong together: with a tag that is open, or a line that goes on, at their end. */
function unitOf(text: string, from: number, to: number): Stretch {
  let start = lineStart(text, from);
  while (start > 0 && goesOn(text, start - 1)) start = lineStart(text, start - 1);
  let end = lineEnd(text, to);
  while (end < text.length && goesOn(text, end)) end = lineEnd(text, end + 1);
  return { start, end };
}

const lineStart = (text: string, at: number): number => (at > 0 ? text.lastIndexOf("\n", at - 1) + 1 : 0);

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** Characters that a tag may have. */
const longestTag = 2_000;

/** Whether the statement or tag of a line goes on behind its line feed. DRBD's statements end with a sign, not with the line. */
function goesOn(text: string, lineFeed: number): boolean {
  const before = text.slice(Math.max(0, lineFeed - longestTag), lineFeed);
  if (/(?:\\|shared-secret[ \t]*)\r?$/i.test(before.slice(-80))) return true;
  const open = before.lastIndexOf("<");
  return open > before.lastIndexOf(">") && /[a-z]/i.test(before[open + 1] ?? "");
}

const known = new WeakMap<Source, readonly Secret[]>();

/** Where the secrets of a file stand; of an edited one, only what may have changed is looked at. */
export function secretsOf(source: Source): readonly Secret[] {
  const before = known.get(source);
  if (before) return before;
  const edit = editOf(source);
  const old = edit && known.get(edit.before);
  const found = edit && old ? afterEdit(source.text, edit, old) : secretsIn(source.text);
  known.set(source, found);
  return found;
}

type Edit = NonNullable<ReturnType<typeof editOf>>;

function afterEdit(text: string, { before, start, rest }: Edit, old: readonly Secret[]): Secret[] {
  const was = unitOf(before.text, start, before.text.length - rest);
  const is = unitOf(text, start, text.length - rest);
  const from = Math.min(was.start, is.start);
  const left = Math.min(before.text.length - was.end, text.length - is.end);
  const by = text.length - before.text.length;
  return [
    ...old.filter((one) => one.end <= from),
    ...secretsIn(text.slice(from, text.length - left)).map((one) => moved(one, from)),
    ...old.filter((one) => one.start >= before.text.length - left).map((one) => moved(one, by)),
  ];
}

/** What of the secrets of a file stands in one of its lines (from 0), counted from the line's start. */
export function secretsOfLine(source: Source, line: number): Stretch[] {
  const start = linesOf(source)[line] ?? 0;
  const end = linesOf(source)[line + 1] ?? source.text.length;
  return secretsOf(source)
    .filter((one) => one.start < end && start < one.end)
    .map((one) => ({ start: Math.max(0, one.start - start), end: Math.min(end, one.end) - start }));
}

export const mask = "•••";

/** A text with its secrets masked, which keeps its lines. */
export const hidden = (text: string, secrets: readonly Stretch[] = secretsIn(text)): string =>
  pieces(text, secrets)
    .map(([open, secret]) => open + secret.replace(/[^\r\n]+/g, mask))
    .join("");

/** What stands before each secret, with the secret; the last one's is empty. */
function pieces(text: string, secrets: readonly Stretch[]): [open: string, secret: string][] {
  const ends = [0, ...secrets.map(({ end }) => end)];
  return ends.map((end, i) => {
    const { start, end: to } = secrets[i] ?? { start: text.length, end: text.length };
    return [text.slice(end, start), text.slice(start, to)];
  });
}
