import table from "../../schemas/cib-rng.json" with { type: "json" };
import { once } from "../core/remembered.ts";
import type { Tree, Word } from "../core/tree.ts";
import { valueOf, type XmlElement } from "../xml/element.ts";
import { type Fault, validator } from "../xml/validate.ts";
import type { Definitions } from "../xml/written.ts";
import { rootOf } from "./model.ts";

const versions = (): Readonly<Record<string, string>> => table.versions;
const names = once(() => Object.keys(versions()));

/** The newest schema in the table. */
const newest = (): string => names().at(-1)!;

/** Schemas of Pacemaker releases newer than the table: they are taken as they are. */
const newer = /^pacemaker-(3\.1\d|4\.\d+|next)$/;

/** Mistakes of XML after which elements stand where they were not meant to. */
const broken = ["cib/unclosed-element", "cib/stray-tag", "cib/attribute-syntax"];

let validate: ReturnType<typeof validator> | undefined;

/** How a CIB stands to the schema that it names. */
export type Validity =
  /** Judged by this schema; without a `validate-with`, by the newest where none fits. */
  | {
      readonly kind: "judged";
      readonly root: XmlElement;
      readonly schema: string;
      readonly faults: readonly Fault[];
    }
  /** `validate-with="none"`. */
  | { readonly kind: "off"; readonly root: XmlElement; readonly word: Word }
  /** A name that no Pacemaker knows. */
  | {
      readonly kind: "unknown";
      readonly root: XmlElement;
      readonly word: Word;
      readonly names: readonly string[];
    }
  /** A schema newer than the table, a template's value, broken XML: not judged. */
  | { readonly kind: "open" };

/** Judged once for all rules. */
const judged = new WeakMap<Tree, Validity>();

export function validityOf(tree: Tree): Validity {
  const validity = judged.get(tree) ?? judge(tree);
  judged.set(tree, validity);
  return validity;
}

function judge(tree: Tree): Validity {
  const root = rootOf(tree);
  if (!root) return { kind: "open" };
  if (tree.mistakes.some(({ rule }) => broken.includes(rule))) return { kind: "open" };
  const word = valueOf(root, "validate-with");
  if (!word) return leastFaulty(root);
  if (word.hole || newer.test(word.value)) return { kind: "open" };
  if (word.value === "none") return { kind: "off", root, word };
  const schema = word.value.replace(/^pacemaker-/, "");
  if (!Object.hasOwn(versions(), schema) || schema === word.value)
    return { kind: "unknown", root, word, names: names().map((name) => `pacemaker-${name}`) };
  return { kind: "judged", root, schema, faults: faultsBy(root, schema) };
}

function faultsBy(root: XmlElement, schema: string): readonly Fault[] {
  validate ??= validator(table.elements as unknown as Definitions, (name) => versions()[name]);
  return validate(root, schema).faults;
}

/** crm_verify tries the schemas from the first on and takes the first that fits. */
function leastFaulty(root: XmlElement): Validity {
  for (const schema of [...names()].reverse())
    if (faultsBy(root, schema).length === 0) return { kind: "judged", root, schema, faults: [] };
  return { kind: "judged", root, schema: newest(), faults: faultsBy(root, newest()) };
}
