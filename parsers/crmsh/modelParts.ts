import type { Statement, Word } from "../core/tree.ts";
import type { Expression, NvPair, NvSet, ResourceRef, Rule, Score } from "../pacemaker/model.ts";
import type { ExpressionCstNode } from "./cst.d.ts";
import { idSpec } from "./cursor.ts";
import { expressionsAt, wordOf } from "./grammar.ts";
import { cut, pairOf, present, shortened } from "./words.ts";

/** A score that crmsh writes as a number; another word is a node attribute's name. */
export function scoreOf(word: Word): Score {
  const { value } = word;
  const sign = value.startsWith("-") ? -1 : 1;
  if (/^(mandatory|[+-]?inf(inity)?)$/i.test(value)) return { word, value: sign * 1_000_000 };
  if (/^advisory$/i.test(value)) return { word, value: 0 };
  if (!/^[+-]?\d+$/.test(value)) return { word };
  return { word, value: Math.max(-1_000_000, Math.min(1_000_000, Number(value))) };
}

/** `score:` as a score. */
export const scoreBefore = (word: Word): Score => scoreOf(shortened(word));

/** What a `$id=NAME`, `$id-ref=NAME` or `NAME:` names. */
export const specOf = (words: readonly Word[]): { readonly id?: Word; readonly idRef?: Word } => {
  const word = words.find(({ value }) => idSpec.test(value) || /^[\w-]+:$/.test(value));
  if (!word) return {};
  const named = idSpec.test(word.value) ? (cut(word, "=").right ?? word) : shortened(word);
  return /^\$id-ref/i.test(word.value) ? { idRef: named } : { id: named };
};

export const pairOfStatement = (statement: Statement): NvPair => {
  const { keyword, args, at } = statement;
  const value = args[0];
  return { name: keyword, ...(value ? { value } : {}), statement, at };
};

const isRule = ({ keyword, args }: Statement): boolean =>
  keyword.value.toLowerCase() === "rule" && args.length > 0;

export const rulesIn = (statements: readonly Statement[]): Statement[] => statements.filter(isRule);

/** The pairs among these statements: no rule, no section, no `$id`. */
export const pairsIn = (statements: readonly Statement[]): NvPair[] =>
  statements
    .filter((statement) => !isRule(statement) && !statement.block && !/^[$@]/.test(statement.keyword.value))
    .map(pairOfStatement);

/** A section of pairs, or a whole property command. `words` hold its id and score. */
export function setOf(statement: Statement, words: readonly Word[] = statement.args): NvSet {
  const inside = statement.block?.statements ?? [];
  const score = words.find(({ value }) => /^[^:=]+:$/.test(value));
  const rule = rulesIn(inside)[0];
  return {
    ...specOf(words.filter(({ value }) => value.startsWith("$"))),
    ...(score ? { score: scoreBefore(score) } : {}),
    ...(rule ? { rule: ruleOf(rule) } : {}),
    pairs: pairsIn(inside),
    statement,
    at: statement.at,
  };
}

/** The sections of a command with this name. */
export const setsNamed = (statement: Statement, name: string): NvSet[] =>
  (statement.block?.statements ?? [])
    .filter(({ keyword, block }) => keyword.value.toLowerCase() === name && block)
    .map((section) => setOf(section));

export function ruleOf(statement: Statement): Rule {
  const words = [...statement.args];
  const spec = idSpec.test(words[0]?.value ?? "") ? specOf(words.splice(0, 1)) : {};
  const role = /^\$?role=/i.test(words[0]?.value ?? "") ? cut(words.shift()!, "=").right : undefined;
  const score = /^[^:]+:$/.test(words[0]?.value ?? "") ? scoreBefore(words.shift()!) : undefined;
  const common = { ...spec, ...(role ? { role } : {}), ...scoreParts(score) };
  const at = statement.at;
  if (words.length === 0) return { ...common, expressions: [], statement, at };
  const children = expressionsAt(words).node?.children;
  const operator = children?.Bool?.[0] && wordOf(children.Bool[0]);
  const expressions = (children?.expression ?? []).flatMap(expressionOf);
  return { ...common, ...(operator ? { operator } : {}), expressions, statement, at };
}

const scoreParts = (score: Score | undefined): Pick<Rule, "score" | "scoreAttribute"> =>
  !score ? {} : score.value === undefined ? { scoreAttribute: score.word } : { score };

function expressionOf({ children }: ExpressionCstNode): Expression[] {
  const date = children.date?.[0];
  if (date) {
    const { DateWord, Compare, Any, DateRange, Pair } = date.children;
    const at = wordOf(DateWord[0]!).at;
    const words = present(
      ...[...(Compare ?? []), ...(Any ?? []), ...(DateRange ?? []), ...(Pair ?? [])].map(wordOf),
    );
    return [{ kind: "date", options: words.map(pairOf).map(pairOfStatement), at }];
  }
  const [first, second] = (children.Any ?? []).map(wordOf);
  const operation = children.Unary?.[0] ?? children.Compare?.[0];
  if (!first || !operation) return [];
  const at = first.at;
  return [
    {
      kind: "attribute",
      attribute: first,
      operation: wordOf(operation),
      ...(second ? { value: second } : {}),
      at,
    },
  ];
}

/** `resource:role` or `resource:action`; a number there is an instance of a clone. */
export function referenceOf(word: Word, kind: "role" | "action"): ResourceRef {
  const { left, right } = cut(word, ":");
  return right && !/^\d*$/.test(right.value) ? { resource: left, [kind]: right } : { resource: left };
}
