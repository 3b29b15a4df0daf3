import { cover } from "../core/source.ts";
import type { Statement, Word } from "../core/tree.ts";
import { conditionOf, type Term } from "./condition.ts";
import { contextsOf } from "./contexts.ts";
import { firstOf, lineWords, nameAndParameter } from "./lineWords.ts";
import { testOf } from "./modelAcl.ts";
import type { AclPlace, Expression, Proxy, Rule } from "./modelProxy.ts";
import { readWords } from "./readExpressions.ts";
import { actions, lines, type Reading } from "./readings.ts";
import { entry } from "./tables.ts";

/** Rulesets whose next word is an action. */
const withActions = [
  "http-request",
  "http-response",
  "http-after-response",
  "tcp-request connection",
  "tcp-request session",
  "tcp-request content",
  "tcp-response content",
  "quic-initial",
  "stats http-request",
];

/** Lines that take a condition and no action. */
const withConditions = [
  "use_backend",
  "use-server",
  "redirect",
  "force-persist",
  "force-be-switch",
  "ignore-persist",
  "stick on",
  "stick match",
  "stick store-request",
  "stick store-response",
  "monitor fail",
  "stats admin",
  "set-param",
  "pass-header",
];

interface Ruleset {
  readonly name: string;
  readonly words: readonly string[];
  readonly hasAction: boolean;
}

/** The rulesets by their first word, those with actions first. */
const rulesets = new Map<string, Ruleset[]>();
for (const name of [...withActions, ...withConditions]) {
  const words = name.split(" ");
  const ruleset = { name, words, hasAction: withActions.includes(name) };
  rulesets.set(words[0]!, [...(rulesets.get(words[0]!) ?? []), ruleset]);
}

/** Actions whose expressions are judged as those of http-request, whatever the ruleset (src/tcp_act.c, src/http_act.c, src/resolvers.c). */
const likeHttp = /^(set-(src|dst)(-port)?|set-priority-(class|offset)|do-resolve)$/;

const noTerms: readonly Term[] = [];
const none: Reading = { words: "" };
const unknownReading: Reading = { words: "", options: {} };

const lineHeads = new Set(Object.keys(lines).map(firstOf));

/** Whether a line that begins with this word may be one of a ruleset. */
export const headsRule = (word: string): boolean => rulesets.has(word);

/** A line of a ruleset; undefined for any other line. */
export function ruleOf(statement: Statement, kind: Proxy["kind"]): Rule | undefined {
  const candidates = rulesets.get(firstOf(statement.keyword.value));
  if (!candidates) return undefined;
  const words = lineWords(statement);
  const found = candidates.find((one) => one.words.every((part, i) => words[i]?.value === part));
  if (!found) return undefined;
  const { name: ruleset, hasAction } = found;
  const count = found.words.length;
  const word = hasAction ? words[count] : undefined;
  const { name, parameter } = word ? nameAndParameter(word) : { name: "" };
  const rest = words.slice(word ? count + 1 : count);
  const read = hasAction ? entry(actions, name) : entry(lines, ruleset);
  const contexts = contextsOf(ruleset, kind);
  const judged =
    name === "pause" ? 0 : name !== "" && likeHttp.test(name) ? contextsOf("http-request", kind) : contexts;
  const { expressions, taken } = readWords(rest, read ?? unknownReading, statement, judged);
  const end = endOf(rest, taken);
  const keyword = rest[end];
  const condition = keyword && conditionOf(keyword, rest.slice(end + 1));
  const terms = condition?.suites.flat().filter((term) => term.words) ?? noTerms;
  const anonymous = terms.map((term) => testOf(term.words!, statement));
  const tests: AclPlace[] = anonymous.map((acl) => ({ kind: "acl", acl, statement, contexts }));
  const first = word ?? words[0]!;
  return {
    ruleset,
    action: name,
    ...(word ? { actionWord: word } : {}),
    ...(parameter !== undefined ? { parameter } : {}),
    args: rest.slice(0, end),
    ...(condition ? { condition } : {}),
    anonymous,
    expressions: [...expressions, ...tests],
    at: cover(first.at, (rest[end - 1] ?? first).at),
    statement,
  };
}

/** Where the arguments end: at the `if` or `unless` behind the words that the action took. */
function endOf(words: readonly Word[], taken: number): number {
  const at = words.findIndex((word, i) => i >= taken && /^(if|unless)$/.test(word.value));
  return at < 0 ? words.length : at;
}

/** Whether a line that begins with this word may hold expressions without being a rule. */
export const headsExpression = (word: string): boolean => lineHeads.has(word) && !rulesets.has(word);

/** The expressions of a line that is no rule: a log format, a check, `balance hash`. */
export function lineExpressions(statement: Statement, kind: Proxy["kind"]): readonly Expression[] {
  if (!lineHeads.has(firstOf(statement.keyword.value))) return [];
  const words = lineWords(statement);
  const [first, second] = words;
  if (!first) return [];
  const parameter = second && nameAndParameter(second).name;
  const long = second ? `${first.value} ${parameter}` : "";
  const read = entry(lines, long) ?? entry(lines, first.value) ?? none;
  const rest = words.slice(entry(lines, long) ? 2 : 1);
  const ruleset = /^(http|tcp)-check$/.test(first.value) || first.value === "balance" ? first.value : "";
  const contexts = contextsOf(first.value === "balance" ? "balance hash" : ruleset || first.value, kind);
  return readWords(rest, read, statement, contexts).expressions;
}
