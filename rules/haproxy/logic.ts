import { remembered } from "../../parsers/core/remembered.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import type { Condition, Term } from "../../parsers/haproxy/condition.ts";
import type { Proxy, Rule } from "../../parsers/haproxy/modelProxy.ts";
import { aclsNamed } from "./tests.ts";

/** A test as text, its negation apart: two of the same text give the same answer for one request. */
interface Literal {
  readonly text: string;
  readonly negated: boolean;
}

/** ORed lists of ANDed literals; [] is never true, [[]] always. */
export type Suites = readonly (readonly Literal[])[];

const limit = 64;

/** What never gives the same answer twice, or changes something when asked. */
const impure =
  /rand\b|uuid|_inc_|_clr_|lua\.|date|\bvar\(|sc\d?_|src_|concurrent|debug|\bnbsrv|_conn|_sess|queue|avg_|act_conn/;

/**
 * When a rule applies, as an OR of ANDs; undefined where that is not known: a variable, an ACL that never gives the same
 * answer twice, or too many cases. A name that one `acl` line defines counts as its words.
 */
export function suitesOf(rule: Rule, proxy: Proxy): Suites | undefined {
  if (!rule.condition) return always;
  const suites = known(proxy);
  if (!suites.has(rule)) suites.set(rule, readSuites(rule.condition, proxy));
  return suites.get(rule);
}

const known = remembered((_proxy: Proxy) => new Map<Rule, Suites | undefined>());
const always: Suites = [[]];

function readSuites(condition: Condition, proxy: Proxy): Suites | undefined {
  const suites: Literal[][] = [];
  for (const suite of condition.suites) {
    const literals: Literal[] = [];
    let dead = suite.length === 0;
    for (const term of suite) {
      const literal = literalOf(term, proxy);
      if (!literal) return undefined;
      const constant = literal.text === "TRUE" ? true : literal.text === "FALSE" ? false : undefined;
      if (constant === undefined) literals.push(literal);
      else if (constant === literal.negated) dead = true;
    }
    const contradicts =
      literals.length > 1 &&
      literals.some(({ text, negated }) =>
        literals.some((other) => other.text === text && other.negated !== negated),
      );
    if (!dead && !contradicts) suites.push(literals);
  }
  return condition.keyword.value === "unless" ? negationOf(suites) : suites;
}

function literalOf({ negated, name, words }: Term, proxy: Proxy): Literal | undefined {
  if (words) {
    const text = words.map(({ value }) => value).join(" ");
    return words.some(({ hole }) => hole) || impure.test(text) ? undefined : { text, negated };
  }
  if (!name || name.hole) return undefined;
  const lines = aclsNamed(proxy, name.value);
  if (lines.some(({ statement }) => statement.branch || statement.args.some(({ hole }) => hole)))
    return undefined;
  const texts = lines.map(({ statement }) => testText(statement));
  if (texts.some((text) => impure.test(text))) return undefined;
  if (lines.length === 0 && /^[A-Z]/.test(name.value)) return { text: name.value, negated };
  return { text: texts.length === 1 ? texts[0]! : `acl ${name.value}`, negated };
}

/** What stands behind the name of an `acl` line. */
function testText({ args }: Statement): string {
  let text = args[1]?.value ?? "";
  for (let i = 2; i < args.length; i++) text += ` ${args[i]!.value}`;
  return text;
}

/** De Morgan, as long as the result stays small. */
function negationOf(suites: Suites): Suites | undefined {
  let result: Literal[][] = [[]];
  for (const suite of suites) {
    result = result.flatMap((done) =>
      suite.map(({ text, negated }) => [...done, { text, negated: !negated }]),
    );
    if (result.length > limit) return undefined;
  }
  return result.filter(
    (literals) =>
      !literals.some(({ text, negated }) =>
        literals.some((other) => other.text === text && other.negated !== negated),
      ),
  );
}

/** Whether every case of `narrow` is a case of `wide` too. */
export const isCovered = (narrow: Suites, wide: Suites): boolean =>
  narrow.every((suite) =>
    wide.some((other) =>
      other.every(({ text, negated }) => suite.some((one) => one.text === text && one.negated === negated)),
    ),
  );

export const isAlways = (suites: Suites): boolean => suites.some((suite) => suite.length === 0);

/** Whether the condition says anything at all: haproxy's own TRUE and FALSE and terms that exclude each other do not. */
export const constantOf = (condition: Condition, suites: Suites | undefined): boolean | undefined =>
  !suites || condition.suites.every((suite) => suite.length === 0)
    ? undefined
    : suites.length === 0
      ? false
      : isAlways(suites)
        ? true
        : undefined;
