import type { Word } from "../../parsers/core/tree.ts";
import type { Document } from "../rule.ts";
import { visitsOf } from "./visits.ts";

/** Where the names of one namespace are made and used. */
export interface Names {
  readonly defined: readonly Word[];
  readonly used: readonly Word[];
}

const known = new WeakMap<Document, ReadonlyMap<string, Names>>();

/** The names of a document by namespace. */
export function namesOf(document: Document): ReadonlyMap<string, Names> {
  let names = known.get(document);
  if (!names) {
    names = collect(document);
    known.set(document, names);
  }
  return names;
}

function collect(document: Document): Map<string, { defined: Word[]; used: Word[] }> {
  const names = new Map<string, { defined: Word[]; used: Word[] }>();
  for (const name of Object.keys(document.format.schema.names ?? {}))
    names.set(name, { defined: [], used: [] });
  if (names.size === 0) return names;
  for (const { slots } of visitsOf(document))
    for (const { word, arg } of slots?.slots ?? []) {
      if (arg.defines) names.get(arg.defines)?.defined.push(word);
      if (arg.refers && !(arg.dynamic && word.value.includes(arg.dynamic)))
        names.get(arg.refers)?.used.push(word);
    }
  return names;
}
