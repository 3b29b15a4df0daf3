import { validityOf } from "../../parsers/cib/validity.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import type { Fault } from "../../parsers/xml/validate.ts";
import type { Document } from "../rule.ts";

/** What the schema that a CIB names has against it, which the rules of cib/ tell. */
function faultsIn({ format, tree }: Document): readonly Fault[] {
  const validity = format.id === "cib" ? validityOf(tree) : undefined;
  return validity?.kind === "judged" ? validity.faults : [];
}

/** The names of the attributes that it refuses, or whose values. */
export const refusedNames = (document: Document): ReadonlySet<Word> =>
  new Set(
    faultsIn(document).flatMap((fault) =>
      fault.kind === "attribute" || fault.kind === "value" ? [fault.attribute.name] : [],
    ),
  );

/** The elements in which it misses this attribute. */
export const lacking = (document: Document, name: string): ReadonlySet<Statement> =>
  new Set(
    faultsIn(document).flatMap((fault) =>
      fault.kind === "missing-attribute" && fault.names.includes(name) ? [fault.element] : [],
    ),
  );
