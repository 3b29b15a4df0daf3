import { remembered } from "../../parsers/core/remembered.ts";
import type { NamespaceDef } from "../../parsers/core/schema.ts";
import type { Word } from "../../parsers/core/tree.ts";
import type { Document } from "../rule.ts";
import { gathered } from "./visits.ts";

/** Where the names of one namespace are made and used. */
export interface Names {
  readonly defined: readonly Word[];
  readonly used: readonly Word[];
}

/** Words that make or use a name. */
const named = gathered((visits) =>
  visits.flatMap(({ slots }) => slots?.slots.filter(({ arg }) => arg.defines || arg.refers) ?? []),
);

/** The names of a document by namespace. */
export const namesOf = remembered((document: Document): ReadonlyMap<string, Names> => {
  const names = new Map<string, { defined: Word[]; used: Word[] }>();
  for (const name of Object.keys(document.format.schema.names ?? {}))
    names.set(name, { defined: [], used: [] });
  if (names.size === 0) return names;
  for (const { word, arg } of named(document)) {
    if (arg.defines) names.get(arg.defines)?.defined.push(word);
    if (arg.refers && !(arg.dynamic && word.value.includes(arg.dynamic)))
      names.get(arg.refers)?.used.push(word);
  }
  return names;
});

/** The namespaces of which the schema tells that such a problem matters, with the names of the document. */
export const namesJudged = (
  document: Document,
  problem: "dangling" | "duplicate" | "unused",
): readonly (NamespaceDef & Names)[] =>
  Object.entries(document.format.schema.names ?? {}).flatMap(([namespace, def]) =>
    def[problem] ? [{ ...def, ...namesOf(document).get(namespace)! }] : [],
  );
