import type { Age, ArgDef, KeywordDef } from "../../parsers/core/schema.ts";
import type { Span } from "../../parsers/core/source.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { commonTypes } from "../../parsers/core/types.ts";
import type { Document } from "../../rules/rule.ts";
import { visitsOf } from "../../rules/schema/visits.ts";
import type { Slot } from "../../rules/schema/words.ts";
import { covers, type Home } from "../view.ts";
import { namesIn } from "./names.ts";
import type { Probe } from "./probe.ts";

/** What an argument may be set to. */
export interface Value {
  readonly text: string;
  readonly kind: "value" | "name" | "file" | "call";
  /** What it is and whose. */
  readonly detail?: string;
  readonly age?: Age;
  /** What is put there, where it is more than the text. */
  readonly insert?: string;
  /** What it replaces, where that is not the whole word. */
  readonly at?: Span;
}

/** The values that the schema, the files of the cluster and its machines know for the argument under the cursor. */
export const valuesOf = (home: Home, probe: Probe, { arg, word, def }: Slot): Value[] => [
  ...(arg.oneOf ?? arg.known ?? []).map((text): Value => {
    const age = arg.values && Object.hasOwn(arg.values, text) ? arg.values[text] : undefined;
    return { text, kind: "value", ...(arg.unit ? { detail: arg.unit } : {}), ...(age ? { age } : {}) };
  }),
  ...(arg.oneOf || arg.known
    ? []
    : [...switches(probe.document, arg, word), ...byDefault(def, arg), ...few(arg)]),
  ...names(home, probe, arg),
  ...(arg.type === "interface" ? interfaces(home, probe) : []),
];

const positions = ["yes", "no", "on", "off", "true", "false"];

/** The positions of a switch: a type that takes some of these, and neither any word nor any number. */
function switches({ format }: Document, arg: ArgDef, word: Word): Value[] {
  const check = arg.type ? (format.types?.[arg.type] ?? commonTypes[arg.type]) : undefined;
  const takes = (value: string): boolean => !check?.(value, arg, { ...word, value });
  if (!check || takes("halintCursor") || takes("7")) return [];
  return positions.filter(takes).map((text) => ({ text, kind: "value" }));
}

const pairs = [
  ["ON", "OFF"],
  ["on", "off"],
  ["On", "Off"],
  ["yes", "no"],
  ["true", "false"],
];

/** Both positions of a switch of which the schema says no more than the one that it has by default. */
const byDefault = ({ default: usual, args }: KeywordDef, arg: ArgDef): Value[] =>
  usual !== undefined && !arg.type && args?.length === 1
    ? (pairs.find((pair) => pair.includes(usual)) ?? []).map((text) => ({ text, kind: "value" }))
    : [];

/** Each number of a range that has few. */
function few({ type, min, max }: ArgDef): Value[] {
  if (type !== "integer" || min === undefined || max === undefined || max - min > 4) return [];
  return Array.from({ length: max - min + 1 }, (_, i) => ({ text: `${min + i}`, kind: "value" }));
}

/** Names to refer to, but that of the statement itself; for a name that is defined here, those by which the other machines define theirs. */
function names({ document, node, cluster }: Home, { replaces, visit }: Probe, arg: ArgDef): Value[] {
  const namespace = arg.refers ?? arg.mentions ?? arg.defines;
  if (!namespace) return [];
  const { format } = document;
  const def = format.schema.names?.[namespace];
  const nodes = new Map<string, Set<string>>((def?.known ?? []).map((name) => [name, new Set()]));
  const here = new Set<string>();
  const own = visit.statement.at.start;
  for (const { space, defines, name, at, statement, node: on } of namesIn(cluster).all) {
    if (!defines || space !== `${format.id}/${namespace}`) continue;
    if (at.source === replaces.source && statement?.at.start === own) continue;
    if (on === node) here.add(name);
    nodes.set(name, (nodes.get(name) ?? new Set()).add(on.name));
  }
  return [...nodes]
    .filter(([name]) => !arg.defines || !here.has(name))
    .map(([text, on]) => ({ text, kind: "name", detail: detailOf(def?.title ?? namespace, on) }));
}

/** "resource of zerg, supermente" */
export const detailOf = (title: string, nodes: Iterable<string>): string => {
  const named = [...nodes].filter((name) => name !== "");
  return named.length === 0 ? title : `${title} of ${named.join(", ")}`;
};

/** The interfaces of this machine; where nothing is known of them, those that the cluster's files of this format name. */
function interfaces({ document, node, cluster }: Home, { replaces }: Probe): Value[] {
  const own = [
    ...node.facts.interfaces.map(({ name }) => name),
    ...node.facts.addresses.map((one) => one.interface),
  ];
  if (own.length > 0) return [...new Set(own)].map((text) => interfaceOf(text, [node.name]));
  const owners = new Map<string, Set<string>>();
  for (const { name, documents } of cluster.nodes)
    for (const other of documents.filter(({ format }) => format.id === document.format.id))
      for (const { arg, word } of visitsOf(other).flatMap(({ slots }) => slots?.slots ?? [])) {
        const isTyped = covers(word.at, replaces.source, replaces.start);
        if (arg.type !== "interface" || word.hole || word.value === "" || isTyped) continue;
        owners.set(word.value, (owners.get(word.value) ?? new Set()).add(name));
      }
  return [...owners].map(([text, on]) => interfaceOf(text, on));
}

const interfaceOf = (text: string, on: Iterable<string>): Value => ({
  text,
  kind: "name",
  detail: detailOf("interface", on),
});
