import type { Statement, Word } from "../core/tree.ts";
import type { Colocation, Location, NvPair, Order, ResourceSet, Ticket } from "../pacemaker/model.ts";
import { pairOfStatement, referenceOf, ruleOf, rulesIn, scoreBefore } from "./modelParts.ts";
import { type Run, runsOf, type SetKind } from "./sets.ts";
import { cut, pairOf, shortened, unwritten, without } from "./words.ts";

const isScore = (word: Word | undefined): boolean => !!word && /^[^:]+:$/.test(word.value);
const pairsOf = (words: readonly Word[]): NvPair[] => words.map(pairOf).map(pairOfStatement);

/** Consecutive resources with one role or action make one set. */
function setsOf(statement: Statement, words: readonly Word[], kind: SetKind): ResourceSet[] {
  return runsOf(words, kind).flatMap((run) =>
    parted(run).map((resources) => setOf(statement, run, resources, kind)),
  );
}

function parted({ resources }: Run): Word[][] {
  const qualifier = (word: Word): string => cut(word, ":").right?.value.toLowerCase() ?? "";
  const parts: Word[][] = [];
  for (const word of resources) {
    const last = parts.at(-1);
    if (last && qualifier(last[0]!) === qualifier(word)) last.push(word);
    else parts.push([word]);
  }
  return parts;
}

function setOf(statement: Statement, run: Run, resources: readonly Word[], kind: SetKind): ResourceSet {
  const first = resources[0]!;
  const bracket = run.bracket
    ? [option(first, "sequential"), ...(run.bracket === "[" ? [option(first, "require-all")] : [])]
    : [];
  return {
    resources: resources.map((word) => referenceOf(word, kind)),
    options: [...bracket, ...pairsOf(run.options)],
    statement,
    at: first.at.with({ end: resources.at(-1)!.at.end }),
  };
}

/** What a bracket says without a word: not one after another, not all of them. */
function option(at: Word, name: string): NvPair {
  const keyword = unwritten(at, name);
  const value = unwritten(at, "false");
  return pairOfStatement({ kind: "statement", keyword, args: [value], at: keyword.at });
}

/** `a b`, or sets where more or fewer stand there; what is left of the words are options. */
function related(statement: Statement, words: readonly Word[], kind: SetKind) {
  const last = words.at(-1);
  const tail = last?.value.includes("=") && !/^(sequential|require-all)=/i.test(last.value) ? [last] : [];
  const rest = words.slice(0, words.length - tail.length);
  const options = pairsOf(tail);
  const [first, second] = rest;
  const plain = rest.length === 2 && !rest.some(({ value }) => /^[([\])=]|[)\]]$/.test(value));
  if (plain)
    return { options, sets: [], pair: [referenceOf(first!, kind), referenceOf(second!, kind)] as const };
  return { options, sets: setsOf(statement, rest, kind) };
}

const idOf = (statement: Statement): Word => statement.args[0] ?? unnamed(statement);
const unnamed = ({ keyword }: Statement): Word => ({ ...unwritten(keyword, ""), hole: true });

export function colocationOf(statement: Statement): Colocation {
  const [, score, ...words] = statement.args;
  const scored = isScore(score);
  const { pair, ...rest } = related(statement, scored ? words : statement.args.slice(1), "role");
  return {
    kind: "colocation",
    id: idOf(statement),
    statement,
    ...(scored ? { score: scoreBefore(score!) } : {}),
    ...(pair ? { resource: pair[0], with: pair[1] } : {}),
    ...rest,
  };
}

export function orderOf(statement: Statement): Order {
  const [, kind, ...words] = statement.args;
  const scored = isScore(kind);
  const { pair, ...rest } = related(statement, scored ? words : statement.args.slice(1), "action");
  const score = scored ? scoreBefore(kind!) : undefined;
  const named = score && !/^[+-]?(\d+|inf(inity)?)$/i.test(score.word.value);
  return {
    kind: "order",
    id: idOf(statement),
    statement,
    ...(named ? { orderKind: score.word } : score ? { score } : {}),
    // biome-ignore lint/suspicious/noThenProperty: the word of Pacemaker's rsc_order
    ...(pair ? { first: pair[0], then: pair[1] } : {}),
    ...rest,
  };
}

export function ticketOf(statement: Statement): Ticket {
  const [, ticket, ...words] = statement.args;
  const tail = words.at(-1)?.value.includes("=") ? words.slice(-1) : [];
  const rest = words.slice(0, words.length - tail.length);
  const single = rest.length === 1 && { resource: referenceOf(rest[0]!, "role") };
  return {
    kind: "ticket",
    id: idOf(statement),
    statement,
    ...(isScore(ticket) ? { ticket: shortened(ticket!) } : {}),
    ...(single || {}),
    sets: single ? [] : setsOf(statement, rest, "role"),
    options: pairsOf(tail),
  };
}

export function locationOf(statement: Statement): Location {
  const words = statement.args.slice(1);
  const first = words[0];
  const end = first?.value === "{" ? words.findIndex(({ value }) => value === "}") : 0;
  const after = words.slice(end + 1);
  const at = after.findIndex(isScore);
  const options = (at < 0 ? after : after.slice(0, at)).filter(({ value }) => value.includes("="));
  const role = [...options, ...after.slice(at + 2)].find(({ value }) => /^\$?role=/i.test(value));
  const isPattern = !!first && /^\/.+\/$/.test(first.value);
  const isName = !!first && !isPattern && first.value !== "{";
  const resource = isName && {
    resource: { resource: first, ...(role ? { role: cut(role, "=").right! } : {}) },
  };
  const node = at < 0 ? undefined : after[at + 1];
  return {
    kind: "location",
    id: idOf(statement),
    statement,
    ...(resource || {}),
    ...(isPattern ? { pattern: shortened(without(first, 1)) } : {}),
    sets: end > 0 ? setsOf(statement, words.slice(1, end), "role") : [],
    ...(at < 0 ? {} : { score: scoreBefore(after[at]!) }),
    ...(node ? { node } : {}),
    rules: rulesIn(statement.block?.statements ?? []).map(ruleOf),
    options: pairsOf(options.filter((word) => word !== role)),
  };
}
