import type { Age as TableAge } from "../../parsers/core/schema.ts";
import { span } from "../../parsers/core/source.ts";
import { readableIn } from "../../parsers/haproxy/contexts.ts";
import { castable, headOf, typeTitle } from "../../parsers/haproxy/samples.ts";
import { type Age, tables } from "../../parsers/haproxy/tables.ts";
import type { Document } from "../../rules/rule.ts";
import { holdsProbe, type Probe, unprobed } from "./probe.ts";
import { callText, told } from "./sampleHover.ts";
import { type SamplePart, samplePartsIn } from "./samplePlace.ts";
import type { Value } from "./values.ts";

/** What haproxy's own tables know for the inside of a word: fetches, converters, flags and methods of ACLs, predicates. */
export function sampleValues({ replaces, typed }: Probe, document: Document): Value[] {
  const offset = replaces.start + typed.length;
  const holds = (at: SamplePart["at"]): boolean => holdsProbe(at, document.tree.source, offset);
  const part = samplePartsIn(document, holds).find(({ at }) => holds(at));
  if (!part) return [];
  const { start, end } = unprobed(part.at);
  const at = span(replaces.source, start, end);
  return offered(part).map((one): Value => ({ ...one, kind: "call", at }));
}

type Offer = Pick<Value, "text" | "detail" | "age">;

function offered(part: SamplePart): Offer[] {
  switch (part.kind) {
    case "fetch":
      return [...fetchNames(part.inAcl)].flatMap((text) => {
        const head = headOf(text, part.inAcl)!;
        const { fetch } = head;
        if (!readableIn(fetch.contexts, part.contexts)) return [];
        const about = told(text, head);
        const detail = `${callText(text, fetch)}, ${typeTitle[fetch.type]}: ${about.summary}`;
        return [{ text, detail, age: ageOf(about) }];
      });
    case "converter":
      return Object.entries(tables.converters)
        .filter(([, def]) => !part.given || castable(part.given, def.in))
        .map(([text, def]) => ({
          text,
          detail: `${callText(text, def)}, ${typeTitle[def.out]}: ${def.summary}`,
          age: ageOf(def),
        }));
    case "flag":
      return listed(tables.aclFlags);
    case "method":
      return listed(tables.matchMethods);
    case "predicate":
      return listed(tables.predicates);
    default:
      return [];
  }
}

/** Names at the head of an expression of which a fetch is known. */
const fetchNames = (inAcl: boolean): readonly string[] =>
  [...new Set([...Object.keys(tables.fetches), ...(inAcl ? Object.keys(tables.criteria) : [])])].filter(
    (name) => headOf(name, inAcl),
  );

const listed = (table: Readonly<Record<string, Age>>): Offer[] =>
  Object.entries(table).map(([text, def]) => ({ text, detail: def.summary, age: ageOf(def) }));

/** The age as the tables of keywords write it. */
const ageOf = ({ since, removed, deprecated }: Age): TableAge => ({
  ...(since ? { since } : {}),
  ...(removed ? { removed } : {}),
  ...(deprecated ? { deprecated: { since: deprecated } } : {}),
});
