import { validityOf } from "../../parsers/cib/validity.ts";
import type { KeywordDef } from "../../parsers/core/schema.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { type AgentParam, agents } from "../../parsers/pacemaker/agents.ts";
import type { NvPair, NvSet, Pacemaker, Primitive } from "../../parsers/pacemaker/model.ts";
import { isElement } from "../../parsers/xml/element.ts";
import { resourcesOf } from "../../rules/pacemaker/lookups.ts";
import { choicesOf, optionsOf } from "../../rules/pacemaker/options.ts";
import { agentOf } from "../../rules/pacemaker/resources.ts";
import type { Document } from "../../rules/rule.ts";
import { pacemakerIn } from "../names/pacemaker.ts";
import { holdsProbe, type Probe } from "./probe.ts";
import type { Value } from "./values.ts";

/** Whether the cursor is in the value of an XML attribute, where no attribute may begin. */
export const inAttribute = ({ visit: { statement }, word }: Probe): boolean =>
  isElement(statement) && statement.attributes.some(({ value }) => value === word);

/** What Pacemaker's own tables know: agents, their parameters, options of cluster, resources and operations, the CIB's RelaxNG schema. */
export function pacemakerValues({ replaces, typed }: Probe, document: Document): Value[] {
  const model = pacemakerIn(document);
  if (!model) return [];
  const offset = replaces.start + typed.length;
  const holds = (word: Word | undefined): boolean =>
    word !== undefined && holdsProbe(word.at, document.tree.source, offset);
  const found = optionValues(model, holds) ?? agentValues(model, holds);
  return found.length > 0 || document.format.id !== "cib" ? found : schemaValues(document, holds);
}

type Holds = (word: Word | undefined) => boolean;

/** What may stand before and behind `=`. */
type Options = Readonly<
  Record<string, Pick<KeywordDef, "summary" | "removed"> & { readonly values: readonly string[] }>
>;

/** Of a pair that the cursor is in; undefined where it is in none. */
function optionValues(model: Pacemaker, holds: Holds): Value[] | undefined {
  for (const { pairs, options } of setsOf(model)) {
    const pair = pairs.find(({ name, value }) => holds(name) || holds(value));
    if (!pair) continue;
    const known = options();
    if (!holds(pair.name))
      return (known[pair.name.value]?.values ?? []).map((text) => ({ text, kind: "value" }));
    const taken = new Set(pairs.map(({ name }) => name.value));
    return Object.entries(known)
      .filter(([name, { removed }]) => !removed && !taken.has(name))
      .map(([text, { summary }]) => ({
        text,
        kind: "value",
        ...(summary ? { detail: summary } : {}),
        ...(model.syntax === "crm" && !pair.value ? { insert: `${text}=` } : {}),
      }));
  }
  return undefined;
}

interface Sets {
  readonly pairs: readonly NvPair[];
  readonly options: () => Options;
}

function setsOf(model: Pacemaker): Sets[] {
  const of = (sets: readonly NvSet[], options: () => Options): Sets[] =>
    sets.map(({ pairs }) => ({ pairs, options }));
  const made = [...model.primitives, ...model.templates];
  return [
    ...of(model.properties, () => tabled("property")),
    ...of(model.rscDefaults, () => tabled("clone-meta")),
    ...of(model.opDefaults, () => tabled("op")),
    ...[...resourcesOf(model), ...model.templates].flatMap(({ meta }) =>
      of(meta, () => tabled("clone-meta")),
    ),
    ...made.flatMap((one) => [
      ...of(one.params, () => params(model, one)),
      ...one.ops.map(({ options }) => ({ pairs: options, options: () => tabled("op") })),
    ]),
  ];
}

const tabled = (place: "property" | "clone-meta" | "op"): Options =>
  Object.fromEntries(
    Object.entries(optionsOf(place)).map(([name, def]) => {
      const arg = def.args?.[0];
      const values = arg?.oneOf ? choicesOf(arg) : arg?.type === "boolean" ? ["true", "false"] : [];
      return [name, { ...def, values }];
    }),
  );

const params = (model: Pacemaker, primitive: Primitive): Options =>
  Object.fromEntries(
    Object.entries(agentOf(model, primitive)?.params ?? {})
      .filter(([, { deprecated }]) => !deprecated)
      .map(([name, param]) => [name, { summary: paramText(param), values: paramValues(param) }]),
  );

const paramText = ({ type = "text", required, default: usual }: AgentParam): string =>
  [type, ...(required ? ["required"] : []), ...(usual ? [`default ${usual}`] : [])].join(", ");

const paramValues = ({ oneOf, type, default: usual }: AgentParam): readonly string[] =>
  oneOf ?? (type !== "boolean" ? [] : /^(yes|no)$/.test(usual ?? "") ? ["yes", "no"] : ["true", "false"]);

/** `ocf:heartbeat:IPaddr2` in the crm shell, one of its parts in an attribute of the CIB. */
function agentValues(model: Pacemaker, holds: Holds): Value[] {
  for (const one of [...model.primitives, ...model.templates]) {
    const parts = [one.class, one.provider, one.type];
    const part = parts.findIndex(holds);
    if (part < 0) continue;
    const ids = Object.keys(agents());
    if (model.syntax === "crm") return ids.map((text) => ({ text, kind: "value" }));
    const fits = ids
      .map((id) => id.split(":"))
      .map((words) => (words.length === 2 ? [words[0], undefined, words[1]] : words))
      .filter((words) => words.every((word, i) => i >= part || !parts[i] || word === parts[i]?.value));
    return [...new Set(fits.flatMap((words) => words[part] ?? []))].map((text) => ({ text, kind: "value" }));
  }
  return [];
}

/** The values that the schema gives in place of the probe, which it does not know. */
function schemaValues(document: Document, holds: Holds): Value[] {
  const validity = validityOf(document.tree);
  const faults = validity.kind === "judged" ? validity.faults : [];
  return faults
    .flatMap((fault) => (fault.kind === "value" && holds(fault.value) ? fault.types : []))
    .flatMap((type) => (type === "boolean" ? ["true", "false"] : (/^'(.*)'$/.exec(type)?.[1] ?? [])))
    .map((text) => ({ text, kind: "value" }));
}
