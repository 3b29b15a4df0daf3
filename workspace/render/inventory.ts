import { literalOf, mapOf, type Vars, yamlOf } from "./data.ts";
import { isMap, type Value } from "./values.ts";

export interface Group {
  readonly hosts: Set<string>;
  readonly children: Set<string>;
  readonly vars: Map<string, Value>;
}

/** Hosts and groups by name, as one or several inventories of Ansible say. */
export interface Inventory {
  readonly hosts: Map<string, Map<string, Value>>;
  readonly groups: Map<string, Group>;
}

export const newInventory = (): Inventory => ({ hosts: new Map(), groups: new Map() });

/** Hosts of one inventory. */
const mostHosts = 10_000;

/** Reads an inventory into another; what it says of the same host or group goes before. Tells why it cannot, at the end of a sentence. */
export function readInventory(into: Inventory, path: string, text: string): string | undefined {
  if (/^\$ANSIBLE_VAULT;/.test(text)) return "it is encrypted";
  if (/^#!/.test(text) || /^\s*plugin\s*:/m.test(text))
    return "it is a program or a plugin, which halint does not run";
  const isYaml = /\.(?:ya?ml|json)$/i.test(path) || /^\s*(?:---|\{)/.test(text);
  try {
    if (!isYaml) return readIni(into, text);
    const value = yamlOf(text);
    if (value === undefined || !isMap(value)) return "it is no YAML that makes an inventory";
    for (const [name, group] of value) readGroup(into, name, group, 0);
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
}

export function groupIn({ groups }: Inventory, name: string): Group {
  const known = groups.get(name);
  if (known) return known;
  const group: Group = { hosts: new Set(), children: new Set(), vars: new Map() };
  groups.set(name, group);
  return group;
}

function addHosts(into: Inventory, pattern: string, vars: Vars, group: string): void {
  for (const name of hostsOf(pattern)) {
    const known = into.hosts.get(name) ?? new Map<string, Value>();
    for (const [key, value] of vars) known.set(key, value);
    into.hosts.set(name, known);
    if (into.hosts.size > mostHosts) throw new RangeError(`it names more than ${mostHosts} hosts`);
    groupIn(into, group).hosts.add(name);
  }
}

function readGroup(into: Inventory, name: string, value: Value, depth: number): void {
  const group = groupIn(into, name);
  if (depth > 30) throw new RangeError("its groups are nested too deeply");
  const parts = mapOf(value);
  for (const [key, one] of mapOf(parts.get("vars"))) group.vars.set(key, one);
  for (const [host, vars] of mapOf(parts.get("hosts"))) addHosts(into, host, mapOf(vars), name);
  for (const [child, inner] of mapOf(parts.get("children"))) {
    group.children.add(child);
    readGroup(into, child, inner, depth + 1);
  }
}

function readIni(into: Inventory, text: string): string | undefined {
  let section = "ungrouped";
  let kind = "hosts";
  for (const [i, written] of text.split(/\r?\n/).entries()) {
    const line = written.trim();
    if (line === "" || /^[#;]/.test(line)) continue;
    const header = /^\[([^:\]]+)(?::(\w+))?\]\s*(?:#.*)?$/.exec(line);
    if (header) {
      [, section = "", kind = "hosts"] = header;
      if (!["hosts", "vars", "children"].includes(kind))
        return `line ${i + 1} opens a section of an unknown kind`;
      groupIn(into, section);
      continue;
    }
    if (kind === "children") groupIn(into, section).children.add(line.split(/[\s#]/)[0]!);
    else if (kind === "vars") {
      const [, key, value] = /^([^=]+?)\s*=\s*([\s\S]*)$/.exec(line) ?? [];
      if (key === undefined) return `line ${i + 1} is no variable`;
      groupIn(into, section).vars.set(key, literalOf(value!));
    } else {
      const [host = "", ...vars] = wordsOf(line);
      const pairs = vars.map((word) => /^([^=]+)=([\s\S]*)$/.exec(word));
      if (pairs.includes(null)) return `line ${i + 1} holds more than a host and its variables`;
      addHosts(into, host, new Map(pairs.map((pair) => [pair![1]!, literalOf(pair![2]!)])), section);
    }
  }
  return undefined;
}

/** As a shell parts words, quotes taken off those that stand in a word; a comment ends the line. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/#.*|(?:"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'])+/g)) {
    if (word.startsWith("#")) break;
    words.push(
      word.replace(
        /"((?:\\.|[^"\\])*)"|'([^']*)'/g,
        (_, double?: string, single?: string) => single ?? double!.replace(/\\(.)/g, "$1"),
      ),
    );
  }
  return words;
}

/** "lb1", "lb2", "lb3" of `lb[1:3]`; a port behind the name goes. */
export function hostsOf(pattern: string): string[] {
  const range = /\[([A-Za-z]|\d+):([A-Za-z]|\d+)(?::(\d+))?\]/.exec(pattern);
  if (!range) return [/^(?:[^:]+|\[[^\]]+\]):\d+$/.test(pattern) ? pattern.replace(/:\d+$/, "") : pattern];
  const [all, first = "", last = "", step = "1"] = range;
  const isNumber = /^\d/.test(first);
  const [from, to] = isNumber ? [Number(first), Number(last)] : [first.charCodeAt(0), last.charCodeAt(0)];
  const by = Math.max(1, Number(step));
  if (!((to - from) / by < mostHosts)) throw new RangeError(`${pattern} makes more than ${mostHosts} hosts`);
  const width = /^0\d/.test(first) ? first.length : 0;
  const found: string[] = [];
  for (let one = from; one <= to; one += by) {
    const text = isNumber ? String(one).padStart(width, "0") : String.fromCharCode(one);
    found.push(...hostsOf(pattern.slice(0, range.index) + text + pattern.slice(range.index + all.length)));
    if (found.length > mostHosts) throw new RangeError(`${pattern} makes more than ${mostHosts} hosts`);
  }
  return found;
}

/** A group's hosts and those of the groups inside it. */
export function membersOf(
  { groups, hosts }: Inventory,
  name: string,
  seen = new Set<string>(),
): ReadonlySet<string> {
  if (name === "all") return new Set(hosts.keys());
  const group = groups.get(name);
  if (!group || seen.has(name)) return new Set();
  seen.add(name);
  return new Set([
    ...group.hosts,
    ...[...group.children].flatMap((child) => [...membersOf({ groups, hosts }, child, seen)]),
  ]);
}

/** The groups of a host, without `all`: those around others first, by depth, priority and name. Their variables go in this order. */
export function groupsOf(inventory: Inventory, host: string): readonly string[] {
  const names = [...inventory.groups.keys()].filter(
    (name) => name !== "all" && membersOf(inventory, name).has(host),
  );
  const parents = (name: string): readonly string[] =>
    [...inventory.groups].flatMap(([parent, { children }]) =>
      children.has(name) && parent !== "all" ? [parent] : [],
    );
  const depths = new Map<string, number>();
  const depth = (name: string): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    depths.set(name, 0);
    const found = Math.max(0, ...parents(name).map((parent) => 1 + depth(parent)));
    depths.set(name, found);
    return found;
  };
  const priority = (name: string): number => {
    const value = inventory.groups.get(name)?.vars.get("ansible_group_priority");
    return typeof value === "number" ? value : 1;
  };
  const order = names.map((name) => ({ name, depth: depth(name), priority: priority(name) }));
  return order
    .sort((a, b) => a.depth - b.depth || a.priority - b.priority || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

/** The hosts that a play's pattern means: names, groups and globs, `:` or `,` between them, `!` without, `&` only those. */
export function matching(inventory: Inventory, pattern: string): readonly string[] {
  const all = [...inventory.hosts.keys()];
  if (pattern.includes("{{")) return all;
  const terms = pattern.split(/[,:]/).map((term) => term.trim());
  const meant = (term: string): ReadonlySet<string> => {
    if (term === "all" || term === "*") return new Set(all);
    const glob = new RegExp(
      `^${term
        .split("*")
        .map((part) => part.replace(/[\\^$+?.()|[\]{}]/g, "\\$&"))
        .join(".*")}$`,
    );
    const names =
      term.includes("*") && term.split("*").length < 4
        ? [...inventory.groups.keys(), ...all].filter((name) => glob.test(name))
        : [term];
    return new Set(
      names.flatMap((name) => (inventory.hosts.has(name) ? [name] : [...membersOf(inventory, name)])),
    );
  };
  const plus = terms.filter((term) => !/^[!&]/.test(term)).map(meant);
  const only = terms.filter((term) => term.startsWith("&")).map((term) => meant(term.slice(1)));
  const minus = terms.filter((term) => term.startsWith("!")).map((term) => meant(term.slice(1)));
  return all.filter(
    (host) =>
      plus.some((set) => set.has(host)) &&
      only.every((set) => set.has(host)) &&
      !minus.some((set) => set.has(host)),
  );
}

/** Hosts that work together: where disjoint groups part them, and one holds several, each group by itself. */
export function teamsOf(inventory: Inventory, hosts: readonly string[]): readonly (readonly string[])[] {
  const own = [...inventory.groups.keys()]
    .map((name) => hosts.filter((host) => name !== "all" && membersOf(inventory, name).has(host)))
    .filter((some) => some.length > 0 && some.length < hosts.length);
  const largest = unique(
    own.filter(
      (some) =>
        !own.some((other) => other.length > some.length && some.every((host) => other.includes(host))),
    ),
  );
  const isSplit =
    largest.flat().length === new Set(largest.flat()).size && largest.some((some) => some.length > 1);
  if (!isSplit) return [hosts];
  const rest = hosts.filter((host) => !largest.some((some) => some.includes(host)));
  return [...largest.flatMap((some) => teamsOf(inventory, some)), ...(rest.length > 0 ? [rest] : [])];
}

const unique = (lists: readonly (readonly string[])[]): (readonly string[])[] => [
  ...new Map(lists.map((list) => [list.join("\0"), list])).values(),
];
