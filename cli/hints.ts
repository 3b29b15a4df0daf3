import { relative } from "node:path";
import { cib } from "../parsers/cib/index.ts";
import { corosync } from "../parsers/corosync/index.ts";
import { drbd } from "../parsers/drbd/index.ts";
import { ocfs2 } from "../parsers/ocfs2/index.ts";
import { type Cluster, modelsOf, type Node } from "../rules/cluster/model.ts";
import { members } from "../rules/pacemaker/lookups.ts";
import type { Workspace } from "../workspace/open.ts";
import { plural } from "./report.ts";

/** What may be amiss with what was found: one sentence each, with what to do. */
export const hintsOf = (workspace: Workspace): readonly string[] => [
  ...nothing(workspace),
  ...unread(workspace),
  ...alone(workspace),
  ...split(workspace),
  ...unused(workspace),
  ...workspace.clusters.flatMap(strangers),
  ...cut(workspace),
];

const nothing = ({ layout }: Workspace): readonly string[] =>
  layout.length > 0
    ? []
    : [
        "no file that halint knows is here: a machine's files lie in NODE/etc/…, other files can be named one by one",
      ];

/** Folders and files that the search could not enter, read or follow. */
function unread({ problems }: Workspace): readonly string[] {
  const [first] = problems;
  if (!first) return [];
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more: halint nodes lists them)` : "";
  return [`${first.at.source.path}: ${first.message}${more}`];
}

/** Lone files are judged by themselves. */
function alone({ layout }: Workspace): readonly string[] {
  const lone = layout.filter(({ name, nodes }) => name === "" && nodes.every((node) => node.name === ""));
  if (lone.length < 2) return [];
  return [
    `${lone.length} files stand alone, each judged by itself: put a machine's files below NODE/etc/…, or name those of one cluster together`,
  ];
}

/** One name in several places, and clusters of one machine. */
function split({ layout }: Workspace): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { name: cluster, nodes } of layout)
    for (const { name } of nodes) if (name !== "") places.set(name, [...(places.get(name) ?? []), cluster]);
  const twice = [...places].filter(([, clusters]) => clusters.length > 1);
  const single = layout.filter(({ name, nodes }) => name !== "" && nodes.length === 1);
  return [
    ...twice.map(
      ([name, clusters]) =>
        `${name} is there ${plural(clusters.length, "time")} (${clusters.map((one) => one || "no cluster").join(", ")}): where it is one machine, its files are split`,
    ),
    ...(layout.length > 1 && single.length === layout.length
      ? [
          "no two machines are taken for one cluster: put their folders side by side, or list them in a halint.config",
        ]
      : []),
  ];
}

/** What the config names and nobody has. */
function unused({ config, layout }: Workspace): readonly string[] {
  if (!config) return [];
  const found = new Set(layout.flatMap(({ nodes }) => nodes.map(({ name }) => name)));
  const named = [...config.nodes.keys(), ...[...config.clusters.values()].flat()];
  return [...new Set(named)]
    .filter((name) => !found.has(name))
    .map((name) => `${relative(config.cwd, config.path)} names ${name}, of which no file was read`);
}

/** Machines that a cluster's files name and of which there is no folder. */
function strangers({ nodes }: Cluster): readonly string[] {
  if (!nodes.some(({ name, paths }) => name !== "" && paths)) return [];
  const known = new Set(nodes.map(({ name }) => short(name)));
  const said = new Map<string, string>();
  for (const node of nodes)
    for (const [by, names] of namedBy(node))
      for (const name of names)
        if (/^[\w-][\w.-]*$/.test(name) && !known.has(short(name)) && !said.has(short(name)))
          said.set(short(name), `${by} names ${name}`);
  return [...said.values()].map(
    (text) =>
      `${text}, but no machine here is called so: its files are missing, or its folder has another name`,
  );
}

const namedBy = (node: Node): readonly (readonly [string, readonly string[]])[] => [
  [
    "drbd",
    modelsOf(node, drbd).flatMap(({ resources }) =>
      resources.flatMap(({ hosts }) => hosts.flatMap(({ names }) => names.map(({ value }) => value))),
    ),
  ],
  ["corosync", modelsOf(node, corosync).flatMap(({ nodes }) => nodes.map(({ name }) => name?.value ?? ""))],
  ["ocfs2", modelsOf(node, ocfs2).flatMap(({ nodes }) => nodes.map(({ name }) => name?.value ?? ""))],
  ["pacemaker", modelsOf(node, cib).flatMap((model) => members(model).map(({ name }) => name.value))],
];

const short = (name: string): string => name.toLowerCase().replace(/\..*$/, "");

/** Files of which not all is known. */
function cut({ clusters }: Workspace): readonly string[] {
  const partial = clusters.flatMap(({ nodes }) =>
    nodes.flatMap(({ documents }) => documents.filter(({ root, whole }) => root && !whole)),
  );
  const [first] = partial;
  if (!first) return [];
  const more = partial.length > 1 ? ` (and ${partial.length - 1} more)` : "";
  return [`${first.tree.source.path}${more} includes what is not here: nothing is said to be missing in it`];
}
