import { basename, dirname, join } from "node:path";
import { type Source, sourceOf } from "../../parsers/core/source.ts";
import { engineOf, untemplated } from "../../parsers/core/templateTags.ts";
import type { Finding } from "../../rules/rule.ts";
import type { Classifier } from "../classify.ts";
import type { Config } from "../config.ts";
import { folderOf, isFolder } from "../disk.ts";
import type { ClusterPlan } from "../nodes.ts";
import type { Candidate, Placed } from "../place.ts";
import { problemAt, problemOf, UsageError } from "../problems.ts";
import type { Rendering, Renderings } from "../rendered.ts";
import type { Sources } from "../sources.ts";
import { mapOf, valueOf } from "./data.ts";
import { type Files, filesIn } from "./files.ts";
import { groupIn, type Inventory, newInventory, readInventory } from "./inventory.ts";
import { filesMade, type MadeFile } from "./made.ts";
import { type Role, roleOf } from "./role.ts";
import { teamsFor } from "./teams.ts";
import type { Budget } from "./values.ts";
import type { Site } from "./variables.ts";

export interface RenderRequest {
  /** Absolute paths of inventories. */
  readonly inventories: readonly string[];
  readonly config: Config | undefined;
  /** Every file that was found, and those of them whose format is known. */
  readonly found: readonly Candidate[];
  readonly placed: readonly Placed[];
  readonly trusted: readonly string[];
  readonly classify: Classifier;
  readonly sources: Sources;
  readonly report: (problem: Finding) => void;
}

/** What all templates of a run may cost. */
const runBudget = 100_000_000;

/** Renders the Jinja templates that were found for the hosts of the inventory: each host is a machine with the files that are made for it. */
export function rendered(request: RenderRequest): {
  readonly plans: readonly ClusterPlan[];
  readonly renderings: Renderings;
} {
  const { config, found, placed, sources, inventories, report, trusted } = request;
  const templates = found.filter(({ path }) => untemplated(path) !== undefined);
  const projects = templates.map(
    ({ path }) => /^(.+?)(?:\/roles\/[^/]+)?\/templates\//.exec(path)?.[1] ?? dirname(path),
  );
  const near = [...inventories.map((path) => dirname(path)), ...projects].map(sources.disk.realPath);
  const files = filesIn(sources.disk, [...new Set([...trusted, ...near])]);
  const site = siteOf(request, files);
  if (site.inventory.hosts.size === 0 && inventories[0] !== undefined)
    report(
      problemOf(
        "file/not-rendered",
        sources.shown(inventories[0]),
        "this inventory names no host: no template is rendered",
      ),
    );
  const budget: Budget = { left: runBudget };
  const renderings = new Map<Source, Rendering>();
  const byTeam = new Map<string, Team>();
  for (const candidate of templates) {
    const known = placed.find(({ path, template }) => path === candidate.path && template);
    const owner = roleOf(candidate.path, files) ?? {
      role: noRole(candidate.path),
      src: basename(candidate.path),
    };
    const isDest = owner.role.tasks.some(({ dest }) => request.classify.byPath(dest, "/"));
    const source = known || isDest ? sources.read(candidate.path) : undefined;
    if (!source || engineOf(source.path, source.text) !== "jinja") continue;
    const made = filesMade({
      site,
      source,
      budget,
      ...owner,
      ...(known ? { placed: known } : {}),
      classify: request.classify,
    });
    for (const message of made.missed) report(problemAt("file/not-rendered", source, 0, 0, message));
    for (const team of teamsFor(made.hosts, site.inventory, config))
      for (const file of made.files.filter(({ host }) => team.hosts.includes(host))) {
        const text = sourceOf(`${file.host}:${source.path}`, file.made.text);
        renderings.set(text, { template: source, host: file.host, pieces: file.made.pieces });
        const key = team.hosts.join("\0");
        const group = byTeam.get(key) ?? { ...team, name: team.name || owner.role.name, files: [] };
        group.files.push(placedOf(file, text, candidate));
        byTeam.set(key, group);
      }
  }
  return { plans: [...byTeam.values()].map(planOf), renderings };
}

interface Team {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly files: (readonly [host: string, file: Placed])[];
}

const placedOf = (
  { host, format, inside, opened }: MadeFile,
  made: Source,
  candidate: Candidate,
): readonly [string, Placed] => [
  host,
  { ...candidate, format, inside, opened, template: true, made, told: `made as ${inside} for this host` },
];

const planOf = ({ name, hosts, files }: Team): ClusterPlan => ({
  name,
  why: "templates are rendered for these hosts",
  nodes: hosts.flatMap((host) => {
    const own = files.filter(([one]) => one === host).map(([, file]) => file);
    const root = own[0] && dirname(own[0].path);
    return root === undefined
      ? []
      : [{ name: host, why: "a host of the inventory", host: true, root, tree: false, files: own }];
  }),
});

/** A template that lies in no role. */
const noRole = (path: string): Role => {
  const layer = { vars: new Map(), more: false };
  return {
    name: "",
    folder: dirname(path),
    project: dirname(path),
    defaults: layer,
    vars: layer,
    tasks: [],
    set: () => false,
  };
};

function siteOf({ inventories, config, sources, report }: RenderRequest, files: Files): Site {
  const inventory = newInventory();
  for (const path of inventories) {
    if (!sources.disk.statOf(path)) throw new UsageError(`the inventory ${sources.shown(path)} is not there`);
    for (const one of inventoryFiles(path, sources)) {
      const text = files.text(one);
      const wrong = text === undefined ? "it cannot be read" : readInventory(inventory, one, text);
      if (wrong)
        report(
          problemOf("file/not-rendered", sources.shown(one), `this inventory is not read whole: ${wrong}`),
        );
    }
  }
  const declared = new Map(
    Object.entries(config?.render?.hosts ?? {}).map(([host, vars]) => [host, mapOf(valueOf(vars))]),
  );
  const common = mapOf(valueOf(config?.render?.vars ?? {}));
  for (const host of declared.keys()) addHost(inventory, host);
  return {
    inventory,
    folders: [...new Set(inventories.map((path) => folderOf(sources.disk, path)))],
    files,
    declared: (host) => ({ vars: new Map([...common, ...(declared.get(host) ?? [])]), more: false }),
  };
}

function addHost(inventory: Inventory, host: string): void {
  if (inventory.hosts.has(host)) return;
  inventory.hosts.set(host, new Map());
  groupIn(inventory, "ungrouped").hosts.add(host);
}

/** The inventory itself, or the files of a folder of inventories, as Ansible chooses them. */
function inventoryFiles(path: string, { disk }: Sources): readonly string[] {
  if (!isFolder(disk, path)) return [path];
  return (disk.list(path) ?? [])
    .filter(
      ({ name, kind }) =>
        kind === "file" && !/^\.|(?:~|\.orig|\.bak|\.cfg|\.retry|\.py|\.pyc|\.rst|\.md|\.txt)$/.test(name),
    )
    .map(({ name }) => join(path, name))
    .sort();
}
