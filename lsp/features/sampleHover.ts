import type { Source, Span } from "../../parsers/core/source.ts";
import { converterOf, type Head, headOf, typeTitle } from "../../parsers/haproxy/samples.ts";
import {
  type Age,
  type ConverterDef,
  type CriterionDef,
  entry,
  type Signature,
  tables,
} from "../../parsers/haproxy/tables.ts";
import type { Document } from "../../rules/rule.ts";
import { covers } from "../view.ts";
import { code, type Description, type Phrase } from "./describe.ts";
import { type SamplePart, samplePartsIn } from "./samplePlace.ts";

/** What haproxy's own tables say of a place inside a word; an argument belongs to its fetch or converter. */
export function describeSample(
  document: Document,
  source: Source,
  offset: number,
): { readonly description: Description; readonly at: Span } | undefined {
  const holds = (at: Span): boolean => covers(at, source, offset);
  const parts = samplePartsIn(document, holds);
  const part = parts.find(({ at }) => holds(at)) ?? parts.find((one) => "whole" in one && holds(one.whole));
  const description = part && described(part);
  if (!description) return undefined;
  return { description, at: holds(part.at) || !("whole" in part) ? part.at : part.whole };
}

function described(part: SamplePart): Description | undefined {
  const { kind, name } = part;
  switch (kind) {
    case "fetch": {
      const head = headOf(name, part.inAcl);
      return head && explained(callText(name, head.fetch), told(name, head), fetchItems(name, head));
    }
    case "converter": {
      const def = converterOf(name);
      return def && explained(callText(name, def), def, [[typesText(def)]]);
    }
    default: {
      const def = entry(others[kind], name);
      return def && explained(name, def, []);
    }
  }
}

const others = {
  flag: tables.aclFlags,
  method: tables.matchMethods,
  alias: tables.logAliases,
  predicate: tables.predicates,
};

const explained = (signature: string, def: Age, items: readonly Phrase[][]): Description => ({
  signature,
  text: [def.summary],
  items: [...items, ...ageItems(def)],
});

/** What speaks for a head: a criterion, but one that has the name of its fetch only says how it matches. */
export const told = (name: string, { fetch, criterion }: Head): Age =>
  criterion && criterion.fetch !== name ? criterion : fetch;

const fetchItems = (name: string, { fetch, criterion }: Head): Phrase[][] => [
  ...(criterion ? matching(name, criterion) : []),
  [`gives ${typeTitle[fetch.type]}`],
  ...contextItems(fetch.contexts),
];

function matching(name: string, { fetch, method }: CriterionDef): Phrase[][] {
  const reads: Phrase[] = fetch && fetch !== name ? ["reads ", code(fetch)] : [];
  const matches: Phrase[] = method ? ["matches by ", code(method)] : [];
  const both = reads.length > 0 && matches.length > 0;
  const item = [...reads, ...(both ? [" and "] : []), ...matches];
  return item.length > 0 ? [item] : [];
}

const typesText = ({ in: from, out }: ConverterDef): string =>
  `takes ${typeTitle[from]}, gives ${out === "same" ? "the same" : typeTitle[out]}`;

/** Where it has something to read, or where it has not, whichever is shorter to say. */
function contextItems(row: string): Phrase[][] {
  const of = (letter: string): string[] => tables.contexts.filter((_, i) => row[i] === letter);
  const [readable, not] = [of("Y"), of(".")];
  if (not.length === 0 || readable.length === 0) return [];
  return [
    readable.length <= not.length
      ? [`can be read in: ${readable.join(", ")}`]
      : [`cannot be read in: ${not.join(", ")}`],
  ];
}

const ageItems = ({ since, removed, deprecated }: Age): Phrase[][] =>
  Object.entries({ since, "removed in": removed, "deprecated since": deprecated }).flatMap(
    ([when, version]) => (version ? [[`${when} haproxy ${version}`]] : []),
  );

/** Arguments that are written out; more of them are said as `…`. */
const shownArguments = 4;

/** `var(string[, string])`: what need not be there stands in brackets. */
export function callText(name: string, { args = [], needs = 0, many }: Signature): string {
  if (args.length === 0) return name;
  const shown = args.slice(0, Math.max(needs, shownArguments));
  const rest = many || shown.length < args.length ? ", …" : "";
  const needed = shown.slice(0, needs).join(", ");
  const optional = shown.slice(needs).join(", ");
  if (optional === "") return `${name}(${needed}${rest})`;
  return `${name}(${needed}[${needed === "" ? "" : ", "}${optional}${rest}])`;
}
