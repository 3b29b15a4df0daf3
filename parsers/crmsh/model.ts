import { isTemplated } from "../core/template.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";
import { providerOf } from "../pacemaker/agents.ts";
import type {
  Acl,
  Alert,
  Bundle,
  Clone,
  ClusterNode,
  FencingLevel,
  Group,
  NvSet,
  Operation,
  Pacemaker,
  Primitive,
  Tag,
} from "../pacemaker/model.ts";
import { colocationOf, locationOf, orderOf, ticketOf } from "./modelConstraints.ts";
import { pairOfStatement, pairsIn, setOf, setsNamed, specOf } from "./modelParts.ts";
import { isScript } from "./shell.ts";
import { cut, shortened, unwritten, without } from "./words.ts";

/** What a crm configuration says: how each of its commands reads on its own. */
export interface Crm extends Pacemaker {
  /** For `crm configure load`, or for the shell's own reading: with `crm configure …`, `commit` and the like among the lines. */
  readonly form: "configuration" | "script";
  /** What `monitor` commands name. */
  readonly monitored: readonly Word[];
}

const unnamed = ({ keyword }: Statement): Word => ({ ...unwritten(keyword, ""), hole: true });
const idOf = (statement: Statement): Word => statement.args[0] ?? unnamed(statement);
const isDescription = ({ value }: Word): boolean => /^description=/i.test(value);

const partsOf = (statement: Statement) => {
  const about = statement.args.find(isDescription);
  const description = about && cut(about, "=").right;
  return {
    id: idOf(statement),
    statement,
    ...(description ? { description } : {}),
    params: [...setsNamed(statement, "params"), ...unreadIn(statement)],
    meta: [...setsNamed(statement, "meta"), ...unreadIn(statement)],
  };
};

/** A set of which nothing is known, where crm gave the command up before its end. */
const unreadIn = (statement: Statement): NvSet[] => {
  const word = isResource.test(statement.keyword.value) && statement.args.slice(2).find(({ hole }) => hole);
  const pair = word && { name: word, statement, at: word.at };
  return pair ? [{ pairs: [pair], statement, at: pair.at }] : [];
};

const isResource = /^(primitive|rsc_template|clone|ms|master)$/;

function primitiveOf(statement: Statement): Primitive {
  const type = statement.args[1];
  const template = type?.value.startsWith("@");
  return {
    kind: statement.keyword.value === "primitive" ? "primitive" : "template",
    ...partsOf(statement),
    ...(!type ? {} : template ? { template: without(type, 1) } : agentWords(type)),
    ops: [
      ...sectionsOf(statement, "op").map(operationOf),
      ...unreadIn(statement).map(({ pairs, at }) => ({
        name: pairs[0]!.name,
        idRef: pairs[0]!.name,
        options: [],
        params: [],
        statement,
        at,
      })),
    ],
    utilization: setsNamed(statement, "utilization"),
  };
}

const sectionsOf = ({ block }: Statement, name: string): Statement[] =>
  (block?.statements ?? []).filter(({ keyword }) => keyword.value.toLowerCase() === name);

/** `class:provider:type` in parts; what is not written stands before the type as crmsh fills it in. */
function agentWords(word: Word): Pick<Primitive, "class" | "provider" | "type"> {
  if (word.hole) return { class: word, provider: word, type: word };
  const { left, right } = cut(word, ":");
  const kind = right ? left : unwritten(word, "ocf");
  const rest = right ? cut(right, ":") : { left: word };
  const type = rest.right ?? rest.left;
  if (rest.right) return { class: kind, provider: rest.left, type };
  if (kind.value !== "ocf") return { class: kind, type };
  return { class: kind, provider: unwritten(type, providerOf(type.value)), type };
}

function operationOf(statement: Statement): Operation {
  const inside = statement.block?.statements ?? [];
  const id = inside.find(({ keyword }) => /^\$?id$/i.test(keyword.value))?.args[0];
  return {
    ...(id ? { id } : {}),
    name: idOf(statement),
    options: [...pairsIn(inside), ...setsNamed(statement, "op_meta").flatMap(({ pairs }) => pairs)],
    params: setsNamed(statement, "op_params"),
    statement,
    at: statement.at,
  };
}

/** `monitor resource[:role] interval[:timeout]` as the operation that it adds to a primitive. */
function monitorOf(statement: Statement): { readonly resource?: Word; readonly operation: Operation } {
  const [resource, times] = statement.args;
  const { left, right: role } = resource ? cut(resource, ":") : {};
  const { left: interval, right: timeout } = times ? cut(times, ":") : {};
  const named = { interval, timeout, role };
  const options = Object.entries(named).flatMap(([name, value]) =>
    value
      ? [pairOfStatement({ kind: "statement", keyword: unwritten(value, name), args: [value], at: value.at })]
      : [],
  );
  const operation = { name: statement.keyword, options, params: [], statement, at: statement.at };
  return { ...(left ? { resource: left } : {}), operation };
}

const groupOf = (statement: Statement): Group => ({
  kind: "group",
  ...partsOf(statement),
  members: statement.args.slice(1).filter((word) => !word.value.includes("=") || word.hole),
});

const cloneOf = (statement: Statement): Clone => ({
  kind: "clone",
  ...partsOf(statement),
  element: statement.keyword.value === "clone" ? "clone" : "master",
  child: statement.args[1] ?? unnamed(statement),
});

function bundleOf(statement: Statement): Bundle {
  const inside = statement.block?.statements ?? [];
  const container = inside.find(({ keyword }) => /^(docker|podman|rkt)$/i.test(keyword.value));
  const child = sectionsOf(statement, "primitive")[0]?.args[0];
  return {
    kind: "bundle",
    ...partsOf(statement),
    ...(container
      ? { container: { type: container.keyword, options: pairsIn(container.block?.statements ?? []) } }
      : {}),
    network: sectionsOf(statement, "network").flatMap(({ block }) => pairsIn(block?.statements ?? [])),
    ...(child ? { child } : {}),
  };
}

function nodeOf(statement: Statement): ClusterNode {
  const words = statement.args.filter((word) => !isDescription(word));
  const spec = words.length > 1 ? words[0] : undefined;
  const named = words.at(-1) ?? unnamed(statement);
  const { left: name, right: type } = cut(named, ":");
  const id = spec ? (specOf([spec]).id ?? spec) : name;
  return {
    id,
    statement,
    name,
    ...(type ? { type } : {}),
    attributes: setsNamed(statement, "attributes"),
    utilization: setsNamed(statement, "utilization"),
  };
}

/** `property [id:] …`: the command is the set itself. */
const propertyOf = (statement: Statement): NvSet => ({
  ...setOf(statement, []),
  ...specOf(statement.args),
});

/** `node: device,device device`: each word behind a target is its next level. */
function levelsOf(statement: Statement): FencingLevel[] {
  let target: Partial<FencingLevel> = {};
  const levels: FencingLevel[] = [];
  for (const word of statement.args) {
    const { left, right } = cut(word, ":");
    if (left.value === "pattern" && right) target = { pattern: right };
    else if (left.value === "attr" && right?.value.includes("=")) {
      const { left: name, right: value } = cut(right, "=");
      target = { attribute: { name, value: value! } };
    } else if (/^[^:]+:$/.test(word.value)) target = { target: shortened(word) };
    else levels.push({ ...target, devices: listed(word).filter(({ value }) => value !== ""), statement });
  }
  return levels;
}

/** The words between commas. */
function listed(word: Word): Word[] {
  const { left, right } = cut(word, ",");
  return right ? [left, ...listed(right)] : [left];
}

const tagOf = (statement: Statement): Tag => {
  const [name, ...references] = statement.args;
  const id = name?.value.endsWith(":") ? shortened(name) : idOf(statement);
  return { id, statement, references };
};

function aclOf(statement: Statement): Acl {
  const kind =
    statement.keyword.value === "role"
      ? "role"
      : statement.keyword.value === "acl_group"
        ? "group"
        : "target";
  const rest = statement.args.slice(1);
  const named = rest.flatMap((word) => (/^role:./i.test(word.value) ? [cut(word, ":").right!] : []));
  const roles = kind === "role" ? [] : statement.keyword.value === "user" ? named : rest;
  return { kind, id: idOf(statement), statement, roles };
}

const alertOf = (statement: Statement): Alert => {
  const path = statement.args[1];
  const recipients = sectionsOf(statement, "to").flatMap(({ args }) =>
    args.filter(({ value }) => !/^[{}]$/.test(value)).slice(0, 1),
  );
  return {
    id: idOf(statement),
    statement,
    ...(path ? { path } : {}),
    recipients,
    params: setsNamed(statement, "attributes"),
    meta: setsNamed(statement, "meta"),
  };
};

/**
 * A text that says whether the cluster fences, or was printed by a cluster, is the configuration; another may be a piece that
 * is loaded into a running one.
 */
const isWhole = (properties: readonly NvSet[]): boolean =>
  properties.some(({ pairs }) =>
    pairs.some(({ name }) =>
      /^((stonith|fencing)-?enabled|cluster-infrastructure|dc-version)$/.test(name.value),
    ),
  );

export function modelOf(tree: Tree): Crm {
  const of = <T>(names: RegExp, read: (statement: Statement) => T): T[] =>
    tree.statements.filter(({ keyword }) => names.test(keyword.value) && !keyword.hole).map(read);
  const monitors = of(/^monitor$/, monitorOf);
  const primitives = of(/^primitive$/, primitiveOf).map((primitive) => {
    const more = monitors.filter(({ resource }) => resource?.value === primitive.id.value);
    return more.length === 0
      ? primitive
      : { ...primitive, ops: [...primitive.ops, ...more.map(({ operation }) => operation)] };
  });
  const properties = of(/^property$/, propertyOf);
  const known = tree.statements.every(({ keyword, args }) => !keyword.hole && !args.some(({ hole }) => hole));
  return {
    syntax: "crm",
    monitored: monitors.flatMap(({ resource }) => resource ?? []),
    form: isScript(tree.statements) ? "script" : "configuration",
    whole:
      known &&
      isWhole(properties) &&
      primitives.length > 0 &&
      tree.mistakes.every(({ rule }) => rule === "crmsh/script") &&
      !isTemplated(tree),
    properties,
    rscDefaults: of(/^rsc_defaults$/, propertyOf),
    opDefaults: of(/^op_defaults$/, propertyOf),
    nodes: of(/^node$/, nodeOf),
    primitives,
    templates: of(/^rsc_template$/, primitiveOf),
    groups: of(/^group$/, groupOf),
    clones: of(/^(clone|ms|master)$/, cloneOf),
    bundles: of(/^bundle$/, bundleOf),
    locations: of(/^location$/, locationOf),
    colocations: of(/^coll?ocation$/, colocationOf),
    orders: of(/^order$/, orderOf),
    tickets: of(/^rsc_ticket$/, ticketOf),
    fencingLevels: of(/^fencing[_-]topology$/, levelsOf).flat(),
    tags: of(/^tag$/, tagOf),
    acls: of(/^(role|user|acl_target|acl_group)$/, aclOf),
    alerts: of(/^alert$/, alertOf),
  };
}
