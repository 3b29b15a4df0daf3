import { integer, type Reader, type Setting, setting, settingOf, text } from "../core/settings.ts";
import { isTemplated } from "../core/template.ts";
import { type Block, type Statement, type Tree, type Word, walk } from "../core/tree.ts";
import { isIp } from "../core/types.ts";
import { literal } from "./literal.ts";

/** corosync.conf as corosync merges it: sections of one name are one section, the last of two equal keys counts. */
export interface Corosync {
  readonly totem: Section;
  /** totem { interface { … } }, in the order of the text. */
  readonly interfaces: readonly Interface[];
  readonly nodelist: Section;
  readonly nodes: readonly ClusterNode[];
  readonly quorum: Section;
  readonly device: Section;
  readonly net: Section;
  readonly heuristics: Section;
  readonly logging: Section;
  readonly subsystems: readonly Section[];
  readonly system: Section;
  readonly resources: Section;
  readonly nozzle: Section;
  readonly uidgid: Section;
  /** No template decides what stands there: what is missing is missing, and nodes can be counted. */
  readonly certain: boolean;
}

/** All blocks of one name and place, read as one. */
export interface Section {
  /** The statements that open it; none where the file has no such section. */
  readonly opened: readonly Statement[];
  readonly statements: readonly Statement[];
}

/** One `interface` section: what it says of the link or ring with its number. */
export interface Interface extends Section {
  /** linknumber, 0 where it is not set; undefined where its value cannot be read. */
  readonly link?: number;
}

/** One `node` of a nodelist. */
export interface ClusterNode extends Section {
  readonly statement: Statement;
  readonly name?: Setting<string>;
  /** As written: for knet 1 to 65535. */
  readonly nodeid?: Setting<number>;
  readonly votes?: Setting<number>;
  readonly addresses: readonly RingAddress[];
}

/** ringX_addr of a node: `link` is X. */
export interface RingAddress extends Setting<string> {
  readonly link: number;
  /** An address rather than a name that must be resolved. */
  readonly numeric: boolean;
}

/** A value that corosync may not take as it was meant reads as missing: another rule has said so. */
const plain: Reader<string> = (word) => {
  const value = text(word);
  return value === undefined || value === "" || literal(value) ? undefined : value;
};

/** The word of a key as it stands; undefined where it is not set, or set to something that is not meant so. */
export const textOf = ({ statements }: Section, key: string): Setting<string> | undefined =>
  setting(statements, key, plain);

/** Unsigned, of 32 bits: what corosync takes for most numbers. Another reads as missing, since the schema has said so. */
const u32: Reader<number> = (word) => {
  const value = integer(word);
  return value !== undefined && value >= 0 && value < 2 ** 32 ? value : undefined;
};

/** The number of a key. */
export const numberOf = (
  { statements }: Section,
  key: string,
  read: Reader<number> = u32,
): Setting<number> | undefined => setting(statements, key, read);

/** Whether the key stands there, whatever its value. */
export const has = ({ statements }: Section, key: string): boolean =>
  statements.some(({ keyword }) => keyword.value === key);

/** The key stands there, but what it says is no number: it cannot be known, or is told to be wrong elsewhere. */
export const unreadable = (part: Section, key: string): boolean => has(part, key) && !numberOf(part, key);

/** The last statement of a key, for its place. */
export const keyAt = ({ statements }: Section, key: string): Word | undefined =>
  statements.findLast(({ keyword }) => keyword.value === key)?.keyword;

/** The place to speak of a section as a whole. */
export const nameOf = ({ opened }: Section): Word | undefined => opened[0]?.keyword;

const blocksOf = (statements: readonly Statement[], name: string): readonly Statement[] =>
  statements.filter(({ keyword, block }) => block && keyword.value === name);

const inside = ({ block }: { readonly block?: Block }): readonly Statement[] => block?.statements ?? [];

function section(statements: readonly Statement[], name: string): Section {
  const opened = blocksOf(statements, name);
  return { opened, statements: opened.flatMap(inside) };
}

const single = (statement: Statement): Section => ({
  opened: [statement],
  statements: inside(statement),
});

export function modelOf(tree: Tree): Corosync {
  const { statements } = tree;
  const totem = section(statements, "totem");
  const nodelist = section(statements, "nodelist");
  const quorum = section(statements, "quorum");
  const device = section(quorum.statements, "device");
  const logging = section(statements, "logging");
  return {
    totem,
    interfaces: blocksOf(totem.statements, "interface").map(interfaceOf),
    nodelist,
    nodes: blocksOf(nodelist.statements, "node").map(nodeOf),
    quorum,
    device,
    net: section(device.statements, "net"),
    heuristics: section(device.statements, "heuristics"),
    logging,
    subsystems: blocksOf(logging.statements, "logger_subsys").map(single),
    system: section(statements, "system"),
    resources: section(statements, "resources"),
    nozzle: section(statements, "nozzle"),
    uidgid: section(statements, "uidgid"),
    certain: !isTemplated(tree) && ![...walk(statements)].some(({ keyword }) => keyword.hole),
  };
}

function interfaceOf(statement: Statement): Interface {
  const part = single(statement);
  const link = numberOf(part, "linknumber")?.value;
  if (link !== undefined) return { ...part, link };
  return has(part, "linknumber") ? part : { ...part, link: 0 };
}

function nodeOf(statement: Statement): ClusterNode {
  const part = single(statement);
  const name = textOf(part, "name");
  const nodeid = numberOf(part, "nodeid");
  const votes = numberOf(part, "quorum_votes");
  return {
    ...part,
    statement,
    ...(name ? { name } : {}),
    ...(nodeid ? { nodeid } : {}),
    ...(votes ? { votes } : {}),
    addresses: addressesOf(part),
  };
}

/** The link that a key of a node is the address on: 1 for ring1_addr and ring01_addr. */
export function linkOf(key: string): number | undefined {
  const link = /^ring(\d+)_addr$/.exec(key)?.[1];
  return link === undefined ? undefined : Number(link);
}

function addressesOf({ statements }: Section): RingAddress[] {
  const byLink = new Map<number, RingAddress>();
  for (const statement of statements) {
    const link = linkOf(statement.keyword.value);
    const address = settingOf(statement, 0, plain);
    if (link !== undefined && address) byLink.set(link, { ...address, link, numeric: isIp(address.value) });
  }
  return [...byLink.values()].sort((a, b) => a.link - b.link);
}
