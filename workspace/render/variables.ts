import { join } from "node:path";
import { remembered } from "../../parsers/core/remembered.ts";
import { evaluate, type Tools } from "./evaluate.ts";
import { type Files, type Layer, noLayer, varsAt } from "./files.ts";
import { groupsOf, type Inventory, membersOf } from "./inventory.ts";
import { templateOf } from "./jinja.ts";
import { render } from "./render.ts";
import { Unreadable } from "./tokens.ts";
import { absent, isList, isMap, type Lazy, spend, unknown, type Value } from "./values.ts";

/** Where an inventory's variables lie. */
export interface Site {
  readonly inventory: Inventory;
  /** Folders of the inventories. */
  readonly folders: readonly string[];
  readonly files: Files;
  /** By host, set by the user over all others; "" for all hosts. */
  readonly declared: (host: string) => Layer;
}

/** What stands between the variables of the host and those that the user sets. */
export interface Around {
  /** Folder of the playbook, or of the roles. */
  readonly folder: string;
  readonly role: string;
  /** `defaults` of the role: under all others. */
  readonly defaults: Layer;
  /** Of the play, the role and the task, the stronger first. */
  readonly over: readonly Layer[];
  /** Names that the role's tasks set while they run. */
  readonly set: (name: string) => boolean;
  /** Hosts of the play. */
  readonly hosts: readonly string[];
}

const known = remembered((_: Site) => new Map<string, readonly Layer[]>());

/** The layers of an inventory for one host, the strongest first, in the order that Ansible documents. */
function layersOf(site: Site, host: string, play: string): readonly Layer[] {
  const key = `${host}\0${play}`;
  const layers = known(site).get(key) ?? layersMade(site, host, play);
  known(site).set(key, layers);
  return layers;
}

function layersMade({ inventory, folders, files }: Site, host: string, play: string): readonly Layer[] {
  const groups = groupsOf(inventory, host);
  const ofGroup = (name: string): Layer => ({
    vars: inventory.groups.get(name)?.vars ?? new Map(),
    more: false,
  });
  const at = (where: readonly string[], kind: string, name: string) =>
    where.map((folder) => varsAt(files, join(folder, kind, name)));
  const plays = folders.includes(play) ? [] : [play];
  const weakFirst = [
    ofGroup("all"),
    ...groups.map(ofGroup),
    ...at(folders, "group_vars", "all"),
    ...at(plays, "group_vars", "all"),
    ...groups.flatMap((name) => at(folders, "group_vars", name)),
    ...groups.flatMap((name) => at(plays, "group_vars", name)),
    { vars: inventory.hosts.get(host) ?? new Map(), more: false },
    ...at(folders, "host_vars", host),
    ...at(plays, "host_vars", host),
  ];
  return weakFirst.reverse();
}

/** How deep variables may name each other. */
const mostDepth = 30;

/** What a template is evaluated with on one host. */
export interface Variables {
  /** By name, with what is templated in them evaluated. */
  readonly lookup: (name: string) => Value;
  /** A text that may hold tags. */
  readonly textOf: (text: string) => Value;
}

export function variablesOf(site: Site, host: string, around: Around, tools: Tools): Variables {
  const { inventory } = site;
  const lookups = new Map<string, (name: string) => Value>();
  let depth = 0;

  /** A value with the templates in it evaluated. */
  const resolved = (value: Value, names: (name: string) => Value): Value => {
    if (typeof value === "string")
      return value.includes("{{") || value.includes("{%") ? ofText(value, names) : value;
    if (!isList(value) && !isMap(value)) return value;
    spend(tools.budget);
    return isList(value)
      ? value.map((one) => resolved(one, names))
      : new Map([...value].map(([key, one]) => [key, resolved(one, names)]));
  };
  const ofText = (text: string, names: (name: string) => Value): Value => {
    if (depth >= mostDepth) return unknown;
    depth++;
    try {
      const template = templateOf(text);
      const [first, ...more] = template.parts;
      if (first?.kind === "output" && more.length === 0)
        return evaluate(first.value, { names: new Map(), outer: names }, tools);
      const made = render(template, text, names, tools);
      return made.whole ? made.text : unknown;
    } catch (error) {
      if (error instanceof Unreadable) return unknown;
      throw error;
    } finally {
      depth--;
    }
  };

  const lookupOf = (one: string, own: boolean): ((name: string) => Value) => {
    const key = own ? "" : one;
    const before = lookups.get(key);
    if (before) return before;
    const layers = [
      site.declared(one),
      ...(own ? around.over : []),
      ...layersOf(site, one, around.folder),
      own ? around.defaults : noLayer,
    ];
    const more = layers.some((layer) => layer.more);
    const known = new Map<string, Value>();
    const lookup = (name: string): Value => {
      const found = known.get(name);
      if (found !== undefined) return found;
      // While it is made it is not known: a variable that names itself stays so.
      known.set(name, unknown);
      const holding = layers.find(({ vars }) => vars.has(name));
      const isSure =
        holding && !around.set(name) && !layers.slice(0, layers.indexOf(holding)).some((layer) => layer.more);
      const value = isSure
        ? resolved(holding.vars.get(name)!, lookup)
        : (magic(name, one, lookup) ??
          (holding || more || around.set(name) || /^(?:ansible_|item$|omit$|template_)/.test(name)
            ? unknown
            : absent));
      known.set(name, value);
      return value;
    };
    lookups.set(key, lookup);
    return lookup;
  };

  const magic = (name: string, one: string, lookup: (name: string) => Value): Value | undefined => {
    switch (name) {
      case "inventory_hostname":
        return one;
      case "inventory_hostname_short":
        return one.split(".")[0]!;
      case "group_names":
        return groupsOf(inventory, one)
          .filter((group) => group !== "ungrouped")
          .sort();
      case "groups":
        return new Map(
          [...new Set(["all", ...inventory.groups.keys()])].map((group) => [
            group,
            [...membersOf(inventory, group)],
          ]),
        );
      case "hostvars":
        return lazy((other) => (inventory.hosts.has(other) ? lazy(lookupOf(other, false)) : unknown));
      case "vars":
        return lazy(lookup);
      case "ansible_play_hosts":
      case "ansible_play_hosts_all":
      case "play_hosts":
        return around.hosts;
      case "ansible_managed":
        return "Ansible managed";
      case "role_name":
        return around.role;
      default:
        return undefined;
    }
  };

  const lookup = lookupOf(host, true);
  return { lookup, textOf: (text) => resolved(text, lookup) };
}

const lazy = (get: (name: string) => Value): Lazy => ({ kind: "lazy", get });
