import { basename, dirname, join } from "node:path";
import { mapOf, noVars, stringOf } from "./data.ts";
import { type Files, type Layer, noLayer, varsAt } from "./files.ts";
import { type Inventory, matching, membersOf } from "./inventory.ts";
import { isList, type Value } from "./values.ts";

/** A role of Ansible, as its folder shows it. */
export interface Role {
  readonly name: string;
  readonly folder: string;
  /** Folder of the playbooks, above roles/; else the role's own. */
  readonly project: string;
  readonly defaults: Layer;
  readonly vars: Layer;
  readonly tasks: readonly TemplateTask[];
  /** Whether its tasks set a variable of this name while they run. */
  readonly set: (name: string) => boolean;
}

/** A task that makes a file of a template. */
export interface TemplateTask {
  readonly src: string;
  readonly dest: string;
  /** Conditions, all of which must hold. */
  readonly when: readonly string[];
  readonly vars: Layer;
}

/** A play that gives a role to hosts. */
export interface Play {
  readonly hosts: readonly string[];
  readonly folder: string;
  /** Of the role where it is named, of files and of the play: the stronger first. */
  readonly params: Layer;
  readonly files: Layer;
  readonly vars: Layer;
}

/** The role whose template this is, and the template's name in it; undefined: it lies in no folder called templates. */
export function roleOf(
  path: string,
  files: Files,
): { readonly role: Role; readonly src: string } | undefined {
  const parts = path.split("/");
  const at = parts.lastIndexOf("templates");
  if (at < 1) return undefined;
  const folder = parts.slice(0, at).join("/");
  const inRoles = basename(dirname(folder)) === "roles";
  const tasks = flat(
    files
      .below(join(folder, "tasks"))
      .filter(isYaml)
      .flatMap((one) => itemsOf(files.yaml(one))),
    [],
    noLayer,
  );
  const set = new Set(tasks.flatMap(({ task }) => namesSet(task)));
  const role: Role = {
    name: basename(folder),
    folder,
    project: inRoles ? dirname(dirname(folder)) : folder,
    defaults: varsAt(files, join(folder, "defaults", "main")),
    vars: varsAt(files, join(folder, "vars", "main")),
    tasks: tasks.flatMap(templateTasks),
    set: (name) => set.has("*") || set.has(name),
  };
  return { role, src: parts.slice(at + 1).join("/") };
}

const isYaml = (path: string): boolean => /\.ya?ml$/.test(path);
const itemsOf = (value: Value | undefined): readonly Value[] =>
  value !== undefined && isList(value) ? value : [];
const short = (name: string): string => name.replace(/^ansible\.(?:builtin|legacy)\./, "");

interface Task {
  readonly task: ReadonlyMap<string, Value>;
  readonly when: readonly string[];
  readonly vars: Layer;
}

/** Tasks with those of their blocks, which inherit conditions and variables. */
function flat(items: readonly Value[], when: readonly string[], vars: Layer, depth = 0): Task[] {
  return items.flatMap((item) => {
    const task = mapOf(item);
    const own = [...when, ...conditions(task.get("when"))];
    const known: Layer = { vars: new Map([...vars.vars, ...mapOf(task.get("vars"))]), more: vars.more };
    const inner =
      depth > 20
        ? []
        : ["block", "rescue", "always"].flatMap((key) => flat(itemsOf(task.get(key)), own, known, depth + 1));
    return [{ task, when: own, vars: known }, ...inner];
  });
}

const conditions = (value: Value | undefined): string[] =>
  value === undefined || value === null
    ? []
    : isList(value)
      ? value.flatMap(conditions)
      : [typeof value === "string" ? value : value === false ? "false" : "true"];

function templateTasks({ task, when, vars }: Task): TemplateTask[] {
  const given = mapOf([...task].find(([key]) => short(key) === "template")?.[1]);
  const [src, dest] = [stringOf(given.get("src")), stringOf(given.get("dest"))];
  return src === undefined || dest === undefined ? [] : [{ src, dest, when, vars }];
}

/** Names that a task gives a value while it runs; "*" where it does not say which. */
function namesSet(task: ReadonlyMap<string, Value>): string[] {
  return [...task].flatMap(([key, value]) => {
    if (key === "register") return [stringOf(value) ?? "*"];
    if (short(key) === "set_fact") return typeof value === "string" ? ["*"] : [...mapOf(value).keys()];
    return short(key) === "include_vars" ? ["*"] : [];
  });
}

/** The plays of the project's playbooks that give this role to hosts. */
export function playsOf({ name, project }: Role, inventory: Inventory, files: Files): readonly Play[] {
  const paths = [project, join(project, "playbooks")].flatMap((folder) =>
    files.isFolder(folder)
      ? files.below(folder).filter((path) => isYaml(path) && dirname(path) === folder)
      : [],
  );
  return paths.flatMap((path) =>
    itemsOf(files.yaml(path)).flatMap((item): Play[] => {
      const play = mapOf(item);
      const hosts = play.get("hosts");
      const pattern = isList(hosts ?? null)
        ? itemsOf(hosts)
            .map((one) => stringOf(one) ?? "")
            .join(",")
        : stringOf(hosts);
      const params = pattern === undefined ? undefined : paramsOf(name, play);
      if (!params) return [];
      const listed = itemsOf(play.get("vars_files")).map((one) => stringOf(one));
      const read = listed.map((one) =>
        one && !one.includes("{{") ? varsAt(files, join(dirname(path), one)) : { ...noLayer, more: true },
      );
      return [
        {
          hosts: matching(inventory, pattern!),
          folder: dirname(path),
          params: { vars: params, more: false },
          files: {
            vars: new Map(read.flatMap(({ vars }) => [...vars])),
            more: read.some(({ more }) => more),
          },
          vars: { vars: mapOf(play.get("vars")), more: false },
        },
      ];
    }),
  );
}

/** What a play gives the role where it names it; undefined: it does not. */
function paramsOf(name: string, play: ReadonlyMap<string, Value>) {
  for (const one of itemsOf(play.get("roles"))) {
    if (one === name) return noVars;
    const entry = mapOf(one);
    if ((stringOf(entry.get("role")) ?? stringOf(entry.get("name"))) === name)
      return new Map(
        [...entry, ...mapOf(entry.get("vars"))].filter(
          ([key]) => !/^(?:role|name|vars|tags|when|become\w*)$/.test(key),
        ),
      );
  }
  const tasks = ["pre_tasks", "tasks", "post_tasks"].flatMap((key) =>
    flat(itemsOf(play.get(key)), [], noLayer),
  );
  for (const { task, vars } of tasks)
    for (const [key, value] of task)
      if (/^(?:import|include)_role$/.test(short(key)) && stringOf(mapOf(value).get("name")) === name)
        return vars.vars;
  return undefined;
}

/** The hosts of a role that no playbook gives to any: those of the group of its name, else all. */
export function likelyHosts({ name }: Role, inventory: Inventory): readonly string[] {
  const members = membersOf(inventory, name);
  return [...inventory.hosts.keys()].filter((host) => members.size === 0 || members.has(host));
}
