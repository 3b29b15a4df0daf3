import {
  compareVersions,
  type FormatSchema,
  type GenericProblem,
  type KeywordDef,
  keywordsOf,
  knownIn,
  type PlaceDef,
  type Verdict,
  type Version,
} from "../../parsers/core/schema.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import type { Document, Targets } from "../rule.ts";
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
  readonly parent?: Visit;
}

const known = new WeakMap<Document, readonly Visit[]>();

/** All statements of a document whose place is known, parents before children. What stands in an unknown block is left out. */
export function visitsOf(document: Document): readonly Visit[] {
  let visits = known.get(document);
  if (!visits) {
    const { schema } = document.format;
    const all: Visit[] = [];
    visitAll(schema, document.tree.statements, schema.root, undefined, all);
    visits = all;
    known.set(document, visits);
  }
  return visits;
}

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
  const above = parent ? { parent } : {};
  if (!def) return { statement, place, placeDef, args, ...above };
  const slots = slotsOf(keyword, def, args, def === placeDef.entry);
  return { statement, place, placeDef, def, args, slots, ...above };
}

/** What has an age of its own. */
interface Aged {
  readonly word: Word;
  readonly def: KeywordDef;
}

const aged = new WeakMap<Document, readonly Aged[]>();

/** The keyword and the options in use of every statement. */
export function agedOf(document: Document): readonly Aged[] {
  const found =
    aged.get(document) ??
    visitsOf(document).flatMap(({ statement, def, slots }): Aged[] =>
      def ? [{ word: statement.keyword, def }, ...(def.options ? slots!.options : [])] : [],
    );
  aged.set(document, found);
  return found;
}

/** What the daemon does with this problem of this keyword. */
export const verdictFor = (document: Document, problem: GenericProblem, def?: KeywordDef): Verdict =>
  def?.verdicts?.[problem] ?? document.format.schema.verdicts[problem] ?? "silent";

/** Whether the target's version, or without a target some supported version, knows the keyword; why not, otherwise. */
export function standing(
  document: Document,
  def: KeywordDef,
  targets: Targets,
): "known" | "newer" | "removed" {
  const { schema } = document.format;
  const version = targets[schema.daemon];
  if (version) return knownIn(def, version) ? "known" : isNewer(def, version) ? "newer" : "removed";
  if (def.until && compareVersions(def.until, schema.supported.min) < 0) return "removed";
  if (def.removed && compareVersions(def.removed, schema.supported.min) <= 0) return "removed";
  return "known";
}

const isNewer = (def: KeywordDef, version: Version): boolean =>
  !!def.since && compareVersions(version, def.since) < 0;

/** "vrrp_instance", or "the file" for the root. */
export const placeTitle = (document: Document, place: string): string =>
  document.format.schema.places[place]?.title ??
  (place === document.format.schema.root ? "the file's top level" : (place.split("/").at(-1) ?? place));
