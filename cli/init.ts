import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Node } from "../rules/cluster/model.ts";
import { findConfig } from "../workspace/config.ts";
import { readText } from "../workspace/disk.ts";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import { openWorkspace, type Workspace } from "../workspace/open.ts";
import { UsageError } from "../workspace/problems.ts";
import { presetNames } from "../workspace/targets.ts";
import type { Io } from "./io.ts";
import { plain } from "./plain.ts";

const name = "halint.config.yaml";

/** A machine whose files lie in a tree of their own. */
interface Machine {
  readonly name: string;
  /** Relative to the folder of the config. */
  readonly root: string;
}

interface Group {
  readonly name: string;
  readonly machines: readonly Machine[];
}

/** Writes a halint.config.yaml of what lies in the folder; never over one that is there. Gives the exit code. */
export async function init(folder: string, io: Io): Promise<number> {
  const cwd = resolve(io.cwd, folder);
  const there = findConfig(cwd, nodeDisk);
  if (there?.startsWith(`${cwd}/`)) throw new UsageError(`${there} is there already`);
  const workspace = await openWorkspace(["."], { disk: nodeDisk, cwd });
  const groups = groupsIn(workspace);
  const path = join(cwd, name);
  try {
    writeFileSync(path, configText(groups, targetOf(groups, cwd), cwd), { flag: "wx" });
  } catch (error) {
    throw new UsageError(`${path}: not written: ${(error as Error).message}`);
  }
  const machines = groups.flatMap((group) => group.machines.map((machine) => machine.name));
  io.out(`${plain(path)}: ${machines.length > 0 ? machines.map(plain).join(", ") : "no machines found"}\n`);
  return 0;
}

const groupsIn = ({ clusters }: Workspace): Group[] =>
  clusters
    .map(({ name, nodes }) => ({ name, machines: nodes.flatMap(machineOf) }))
    .filter(({ machines }) => machines.length > 0);

function machineOf({ name, documents }: Node): Machine[] {
  const roots = documents.flatMap(({ path, tree: { source } }) =>
    path.startsWith("/") && source.path.endsWith(path) && source.path !== path
      ? [source.path.slice(0, -path.length)]
      : [],
  );
  return name !== "" && roots[0] !== undefined ? [{ name, root: roots[0] }] : [];
}

/** What all machines say they run, where halint knows its versions. */
function targetOf(groups: readonly Group[], cwd: string): string | undefined {
  const machines = groups.flatMap((group) => group.machines);
  const found = new Set(machines.map(({ root }) => releaseOf(join(cwd, root))));
  const [only] = found;
  return found.size === 1 && only !== undefined && presetNames.includes(only) ? only : undefined;
}

function releaseOf(root: string): string | undefined {
  const content = readText(nodeDisk, join(root, "etc/os-release"));
  const text = "text" in content ? content.text : "";
  const value = (key: string): string | undefined =>
    new RegExp(`^${key}=["']?([A-Za-z0-9._-]+)["']?[ \t\r]*$`, "m").exec(text)?.[1];
  const [id, version] = [value("ID"), value("VERSION_ID")];
  if (id && version) return `${id}-${version}`;
  const debian = readText(nodeDisk, join(root, "etc/debian_version"));
  const major = "text" in debian ? /^(\d+)(?:\.\d+)*\s*$/.exec(debian.text)?.[1] : undefined;
  return major && `debian-${major}`;
}

function configText(groups: readonly Group[], target: string | undefined, cwd: string): string {
  const schema = "node_modules/halint/schemas/halint.schema.json";
  const machines = groups.flatMap((group) => group.machines);
  const unique = machines.filter(({ name }, i) => machines.findIndex((one) => one.name === name) === i);
  const named = groups.filter(({ name, machines }) => name !== "" && machines.length > 1);
  return `${[
    ...(existsSync(join(cwd, schema)) ? [`# yaml-language-server: $schema=${schema}`] : []),
    "# recommended, strict or security; azure, aws, gcp or suse for the timing of corosync",
    "extends: recommended",
    "",
    ...(unique.length > 0
      ? [
          "# the folder that stands for each machine's /",
          "nodes:",
          ...unique.map(({ name, root }) => `  ${text(name)}: { root: ${text(root)} }`),
          "",
        ]
      : []),
    ...(named.length > 0
      ? [
          "# machines that work together",
          "clusters:",
          ...named.map(
            ({ name, machines }) =>
              `  ${text(name)}: { nodes: [${machines.map((machine) => text(machine.name)).join(", ")}] }`,
          ),
          "",
        ]
      : []),
    "# the versions to check for",
    target ? `targets: ${target}` : `# targets: ${presetNames[0]}`,
    "",
    "# off, info, warning or error, by id or room/*: halint rules lists them",
    "# rules: { haproxy/*: warning }",
  ].join("\n")}\n`;
}

/** As YAML: plain where that cannot be taken for anything else, else as JSON writes it. */
const text = (value: string): string =>
  /^[A-Za-z][\w./-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value);
