import { type Block, statementBlocks } from "../../parsers/core/blocks.ts";
import { grouped, merged, remembered } from "../../parsers/core/remembered.ts";
import {
  type Age,
  compareVersions,
  type FormatSchema,
  type GenericProblem,
  type KeywordDef,
  keywordsOf,
  knownIn,
  type PlaceDef,
  type Verdict,
  type Version,
  verdictIn,
} from "../../parsers/core/schema.ts";
import type { Branch, Statement, Word } from "../../parsers/core/tree.ts";
import type { Document, Severity, Targets } from "../rule.ts";
import { type Slots, slotsOf } from "./words.ts";

/** One statement with what the schema knows of it. */
export interface Visit {
  readonly statement: Statement;
  readonly place: string;
  readonly placeDef: PlaceDef;
  /** undefined: a keyword that this place does not have. */
  readonly def?: KeywordDef;
  /** The words that are arguments: an entry's first word is one, a keyword is not. */
  readonly args: readonly Word[];
  /** The arguments sorted out, where `def` is known. */
  readonly slots?: Slots;
  /** The statement in whose block it stands. */
  readonly parent?: Visit | undefined;
}

/** All statements of a document whose place is known, parents before children. What stands in an unknown block is left out. */
export const visitsOf = gathered((visits) => visits);

/** Some statements of the file's top level with all below them. */
interface Roots {
  readonly schema: FormatSchema;
  readonly visits: readonly Visit[];
  readonly byDef: ReadonlyMap<KeywordDef | undefined, readonly Visit[]>;
}

const known = new WeakMap<Block<Statement>, Roots>();

/** All statements of the top level; those of a block stay as they are while it does. */
const rootsOf = ({ format: { schema }, tree }: Document): readonly Roots[] =>
  statementBlocks(tree.statements).map((block) => {
    const before = known.get(block);
    if (before?.schema === schema) return before;
    const visits = block.flatMap((statement) => visitsBelow(statement, schema));
    const roots = { schema, visits, byDef: grouped(visits, ({ def }) => def) };
    known.set(block, roots);
    return roots;
  });

const below = new WeakMap<Statement, { readonly schema: FormatSchema; readonly visits: readonly Visit[] }>();

function visitsBelow(statement: Statement, schema: FormatSchema): readonly Visit[] {
  const before = below.get(statement);
  if (before?.schema === schema) return before.visits;
  const visits: Visit[] = [];
  visitAll(schema, [statement], schema.root, undefined, visits);
  below.set(statement, { schema, visits });
  return visits;
}

/** Something of all visits of a document, looked for once in those that stay as they are. */
export function gathered<Found>(
  from: (visits: readonly Visit[]) => readonly Found[],
): (document: Document) => readonly Found[] {
  const inRoots = remembered(({ visits }: Roots) => from(visits));
  return remembered((document: Document) => rootsOf(document).flatMap(inRoots));
}

/** All definitions in use, each with its visits. */
const byDef = remembered((document: Document) => merged(rootsOf(document).map((roots) => roots.byDef)));

/** Those whose definition passes; a definition is asked once, however many statements it has. */
export const visitsWhere = (document: Document, passes: (def: KeywordDef) => unknown): readonly Visit[] =>
  [...byDef(document).keys()].flatMap((def) => (def && passes(def) ? byDef(document).of(def) : []));

/** Those of a keyword that their place does not have. */
export const unknownVisits = (document: Document): readonly Visit[] => byDef(document).of(undefined);

function visitAll(
  schema: FormatSchema,
  statements: readonly Statement[],
  place: string,
  parent: Visit | undefined,
  visits: Visit[],
): void {
  if (!schema.places[place]) return;
  const keywords = keywordsOf(schema, place);
  for (const statement of statements) {
    if (statement.keyword.value === "") continue;
    const visit = visitOf(schema, statement, place, keywords, parent);
    visits.push(visit);
    const inside = visit.def?.opens;
    if (inside && statement.block) visitAll(schema, statement.block.statements, inside, visit, visits);
  }
}

function visitOf(
  schema: FormatSchema,
  statement: Statement,
  place: string,
  keywords: Readonly<Record<string, KeywordDef>>,
  parent: Visit | undefined,
): Visit {
  const { keyword } = statement;
  const placeDef = schema.places[place]!;
  const own = Object.hasOwn(keywords, keyword.value) ? keywords[keyword.value] : undefined;
  const def = own ?? placeDef.entry;
  const words = own || !placeDef.entry ? statement.args : [keyword, ...statement.args];
  const end = schema.emptyEnds ? words.findIndex(({ value, hole }) => value === "" && !hole) : -1;
  const args = end < 0 ? words : words.slice(0, end);
  if (!def) return { statement, place, placeDef, args, parent };
  const slots = slotsOf(keyword, def, args, def === placeDef.entry);
  return { statement, place, placeDef, def, args, slots, parent };
}

/** What has an age of its own. */
export interface Aged {
  readonly word: Word;
  /** "hash-type none" of a value. */
  readonly name: string;
  readonly def: Age;
}

/** The keywords, options and values in use of which the schema tells an age: that not every release takes them as they are. */
export const agedOf = remembered((document: Document): readonly Aged[] => rootsOf(document).flatMap(agedIn));

/** Those of them that the daemon calls experimental. */
export const experimentalIn = remembered((document: Document): readonly Aged[] =>
  rootsOf(document).flatMap(experimental),
);

const experimental = remembered((roots: Roots): readonly Aged[] =>
  agedIn(roots).filter(({ def }) => def.experimental),
);

const agedIn = remembered(({ byDef }: Roots): readonly Aged[] =>
  [...byDef].flatMap(([def, visits]) => (def && mayBeAged(def) ? visits.flatMap(agesOf) : [])),
);

const isAged = ({ since, until, removed, gaps, deprecated, experimental }: Age): boolean =>
  (since ?? until ?? removed ?? gaps ?? deprecated ?? experimental) !== undefined;

/** Whether this definition has an age, or something that may stand in its statements. */
const mayBeAged = remembered(
  (def: KeywordDef): boolean =>
    isAged(def) ||
    (def.args ?? []).some(({ since, values }) => since !== undefined || values !== undefined) ||
    Object.values(def.options ?? {}).some(mayBeAged),
);

/** A template chose this arm by a version, so that what stands in it is for that version. */
const isForVersion = (branch: Branch | undefined): boolean =>
  branch !== undefined &&
  ((branch.chosen !== undefined && /version|release/i.test(branch.chosen)) || isForVersion(branch.outer));

function agesOf({ statement: { keyword, branch }, def, slots }: Visit): Aged[] {
  if (!def || isForVersion(branch)) return [];
  const found: Aged[] = isAged(def) ? [{ word: keyword, name: keyword.value, def }] : [];
  for (const option of slots?.options ?? []) if (isAged(option.def)) found.push(option);
  for (const { word, owner, arg } of slots?.slots ?? []) {
    if (arg.since) found.push({ word, name: `${owner} with ${arg.name ?? "a value"}`, def: arg });
    if (!arg.values || word.hole) continue;
    const value = word.value.split("(", 1)[0]!;
    if (Object.hasOwn(arg.values, value))
      found.push({ word, name: `${owner} ${value}`, def: arg.values[value]! });
  }
  return found;
}

/** What the daemon does with this problem of this keyword. */
export function verdictFor(
  { format: { schema } }: Document,
  problem: GenericProblem,
  def: Pick<Age, "verdicts"> | undefined,
  targets: Targets,
): Verdict {
  const verdict = def?.verdicts?.[problem] ?? schema.verdicts[problem] ?? "silent";
  return verdictIn(verdict, targets[schema.daemon]);
}

/** A warning where the daemon makes an exception of this keyword; what it does with all of them, the rule's page judges. */
export const severityOf = (
  document: Document,
  problem: GenericProblem,
  daemon: Verdict,
  targets: Targets,
): Severity => (daemon === verdictFor(document, problem, undefined, targets) ? "error" : "warning");

/** Whether the target's version, or without a target some supported version, knows the keyword; why not, otherwise. */
export function standing(document: Document, def: Age, targets: Targets): "known" | "newer" | "removed" {
  const { schema } = document.format;
  const version = targets[schema.daemon];
  if (version) return knownIn(def, version) ? "known" : isNewer(def, version) ? "newer" : "removed";
  if (def.until && compareVersions(def.until, schema.supported.min) < 0) return "removed";
  if (def.removed && compareVersions(def.removed, schema.supported.min) <= 0) return "removed";
  return "known";
}

const isNewer = (def: Age, version: Version): boolean =>
  !!def.since && compareVersions(version, def.since) < 0;

/** "vrrp_instance", or "the file" for the root. */
export const placeTitle = (document: Document, place: string): string =>
  document.format.schema.places[place]?.title ??
  (place === document.format.schema.root ? "the file's top level" : (place.split("/").at(-1) ?? place));
