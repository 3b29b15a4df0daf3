import { basename, dirname, extname } from "node:path";
import type { Format } from "../parsers/core/format.ts";
import { grouped } from "../parsers/core/remembered.ts";
import type { Span } from "../parsers/core/source.ts";
import type { Config } from "./config.ts";
import { isWithin } from "./disk.ts";
import type { Placed } from "./place.ts";
import { type Row, rowsIn } from "./rows.ts";
import { earlierStates, folderName, shelfOf } from "./shelves.ts";

/** One machine before its files are read. */
export interface NodePlan {
  readonly name: string;
  /** The line of etc/hostname, where that is what names it. */
  readonly nameAt?: Span;
  readonly why: string;
  /** The name is the machine's host name, not a mere label. */
  readonly host: boolean;
  /** The folder that stands for `/`; for lone files the folder they lie in. */
  readonly root: string;
  /** `root` is a machine's tree, so that absolute paths can be looked up in it. */
  readonly tree: boolean;
  /** Only some of the machine's files are there. */
  readonly isPart?: boolean;
  readonly files: readonly Placed[];
}

export interface ClusterPlan {
  readonly name: string;
  readonly why: string;
  readonly nodes: readonly NodePlan[];
}

/** The name that a machine's own tree or the running system states. */
export type HostName = (root: string) => { readonly name: string; readonly at?: Span } | undefined;

/** Whose each file is, and who works together: by halint.config, else by folders. `given`: absolute paths the user named. */
export function plan(
  found: readonly Placed[],
  given: readonly string[],
  config: Config | undefined,
  hostName: HostName,
): ClusterPlan[] {
  const placed = inTrees(found.filter(({ template }) => !template));
  const trees = [...grouped(placed.filter(hasRoot), ({ root }) => root)].map(([root, files]) =>
    treeNode(root, files, config, hostName),
  );
  const searched = placed.filter((file) => !hasRoot(file) && !file.named);
  const { rows, left } = rowsIn(searched, isOneMachine);
  const lone = grouped(
    placed.filter((file) => !hasRoot(file) && (file.named || left.includes(file))),
    ({ path }) => dirname(path),
  );
  const clusters = treeClusters(trees, given, config);
  const alone: NodePlan[] = [];
  for (const [folder, files] of lone) {
    const cluster = clusters.findIndex(({ nodes }) => beside(folder, files, nodes));
    if (cluster >= 0) clusters[cluster] = withShared(clusters[cluster]!, folder, files);
    else alone.push(...loneNodes(folder, files));
  }
  return [...clusters, ...rows.map(rowCluster), ...loneClusters(alone), ...templateClusters(found)];
}

/** Machines whose lone files are called in a row. */
const rowCluster = ({ folder, machines }: Row): ClusterPlan => ({
  name: basename(folder),
  why: `names in a row in ${folder}`,
  nodes: machines.map((machine) => ({
    ...machine,
    why: "named by its place in a row",
    host: false,
    tree: false,
  })),
});

/** Templates of one folder make files of one group of machines, of which neither names nor values are known: nobody's peers. */
function templateClusters(found: readonly Placed[]): ClusterPlan[] {
  const folders = grouped(
    found.filter(({ template }) => template),
    ({ path }) => dirname(path),
  );
  return [...folders].flatMap(([folder, files]) =>
    loneNodes(folder, files).map((node) => ({
      name: "",
      why: "templates make files of machines that are not known",
      nodes: [{ ...node, name: groupName(folder), why: "templates of one folder" }],
    })),
  );
}

/** "lb" for roles/lb/templates, which Ansible calls a role. */
const groupName = (folder: string): string =>
  /(?:^|\/)roles\/([^/]+)\/templates(?:\/|$)/.exec(folder)?.[1] ?? "";

/** A file that only its name or content told is one of the machine in whose tree it lies, unless it is called a copy. */
function inTrees(files: readonly Placed[]): readonly Placed[] {
  const roots = [...new Set(files.flatMap(({ root }) => (root === undefined || root === "/" ? [] : [root])))];
  return files.map((file) => {
    const isOwn = hasRoot(file) || file.path.endsWith(".backup");
    const root = isOwn ? undefined : roots.find((one) => isWithin(file.path, one));
    return root === undefined ? file : { ...file, root, inside: file.path.slice(root.length) };
  });
}

const hasRoot = (file: Placed): file is Placed & { readonly root: string } => file.root !== undefined;

function treeNode(
  root: string,
  files: readonly Placed[],
  config: Config | undefined,
  hostName: HostName,
): NodePlan {
  const common = { host: true, root, tree: true, files };
  const listed = [...(config?.nodes ?? [])].find(([, folder]) => folder === root);
  if (listed) return { ...common, name: listed[0], why: `${config!.placeOf(["nodes", listed[0]])} says so` };
  const stated = hostName(root);
  if (stated?.at)
    return { ...common, name: stated.name, nameAt: stated.at, why: `${stated.at.source.path} says so` };
  if (stated) return { ...common, name: stated.name, why: "the machine halint runs on" };
  return { ...common, name: folderName(root), why: "named by the folder above etc" };
}

function treeClusters(
  trees: readonly NodePlan[],
  given: readonly string[],
  config: Config | undefined,
): ClusterPlan[] {
  const clusters: ClusterPlan[] = [];
  const left = new Set(trees);
  const add = (name: string, why: string, nodes: readonly NodePlan[]): void => {
    for (const node of nodes) left.delete(node);
    if (nodes.length > 0) clusters.push({ name, why, nodes });
  };
  for (const [name, hosts] of config?.clusters ?? [])
    add(
      name,
      `${config!.placeOf(["clusters", name])} says so`,
      [...left].filter((node) => hosts.includes(node.name)),
    );
  if (config && config.clusters.size === 0)
    add(
      basename(dirname(config.path)),
      "listed together in halint.config",
      [...left].filter((node) => config.nodes.get(node.name) === node.root),
    );
  const named = [...left].filter(({ root }) => root !== "/" && given.some((path) => isWithin(path, root)));
  if (named.length > 1) add(commonName(named), "given together", named);
  for (const [folder, nodes] of grouped([...left], shelfOf)) {
    const earlier = earlierStates(nodes);
    const now = nodes.filter((node) => !earlier.has(node));
    add(basename(folder), now.length > 1 ? `folders side by side in ${folder}` : "one machine", now);
    for (const node of earlier) add("", `another state of ${node.name}`, [node]);
  }
  return clusters;
}

/** Lone files beside the nodes' folders speak for the whole cluster, unless a node has a file of that kind itself. */
const beside = (folder: string, files: readonly Placed[], nodes: readonly NodePlan[]): boolean =>
  nodes.some(({ tree, root }) => tree && root !== "/" && dirname(root) === folder) &&
  files.every(({ format }) => !nodes.some((node) => node.files.some((file) => file.format === format)));

const withShared = (cluster: ClusterPlan, root: string, files: readonly Placed[]): ClusterPlan => {
  const why = "lies beside the nodes' folders and speaks for all of them";
  return { ...cluster, nodes: [...cluster.nodes, { name: "", why, host: false, root, tree: false, files }] };
};

/** Lone files of one folder are one machine's where they are of different formats, or it is called as the daemon's own. */
function loneNodes(root: string, files: readonly Placed[]): NodePlan[] {
  const common = { host: false, root, tree: false };
  const together = [...grouped(files, ({ format }) => format.id).values()].every(
    (same) =>
      same.length === 1 || (same.filter(({ opened }) => opened).length < 2 && isOwn(root, same[0]!.format)),
  );
  if (together) return [{ ...common, name: basename(root), why: "lone files of one folder", files }];
  return files.map((file) => ({
    ...common,
    name: basename(file.path, extname(file.path)),
    why: "a lone file beside others of its kind",
    files: [file],
  }));
}

/** Formats of which a machine has several files, whatever they are called. */
const inParts = new Set(["galera", "drbd"]);

/** Whether the files below a folder may be those of one machine: of each format one, or those of a daemon's folder. */
const isOneMachine = (files: readonly Placed[]): boolean =>
  [...grouped(files, ({ format }) => format.id).values()].every(
    (same) =>
      same.length === 1 ||
      (same.filter(({ opened }) => opened).length < 2 &&
        (inParts.has(same[0]!.format.id) || same.every(({ path, format }) => isOwn(dirname(path), format)))),
  );

/** "drbd.d" for /etc/drbd.d/*.res, "keepalived" for /etc/keepalived/**. */
const isOwn = (folder: string, { files }: Format): boolean =>
  files.some((glob) => glob.split("/").slice(2, -1).includes(basename(folder)));

/** Lone files that the user named together are compared; those that a search found have nothing to do with each other. */
function loneClusters(nodes: readonly NodePlan[]): ClusterPlan[] {
  const named = nodes.filter(({ files }) => files.some((file) => file.named));
  const found = nodes.filter((node) => !named.includes(node));
  const together = named.length > 1 ? [{ name: commonName(named), why: "given together", nodes: named }] : [];
  const single = (named.length > 1 ? found : nodes).map((node) => ({
    name: "",
    why: "nothing says whose they are",
    nodes: [{ ...node, name: "" }],
  }));
  return [...together, ...single];
}

const commonName = (nodes: readonly NodePlan[]): string => {
  const folders = new Set(nodes.map(({ root, tree }) => (tree ? dirname(root) : root)));
  return folders.size === 1 ? basename([...folders][0]!) : "";
};
