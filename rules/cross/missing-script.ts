import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Command, Keepalived } from "../../parsers/keepalived/model.ts";
import { modelsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";

export const missingScript = nodeRule({
  id: "cross/missing-script",
  severity: "error",
  summary: "A script that keepalived.conf names must be there",
  daemon: "silent",
  check(node, report) {
    const { paths } = node;
    if (!paths) return;
    // Of a folder that holds nothing but configuration the rest may not have been collected.
    const folders = new Set([...paths].filter((path) => !/\.(?:conf|d)$/.test(path)).map(folderOf));
    for (const model of modelsOf(node, keepalived))
      for (const { word, argv, statement } of commandsIn(model)) {
        const path = argv[0] ?? "";
        const known = path.startsWith("/") && !system.test(path) && folders.has(folderOf(path));
        if (word.hole || !known || paths.has(path) || /[*?$`]/.test(path)) continue;
        report(
          word.at,
          `${statement.keyword.value} names ${path}, which is not in ${folderOf(path)} of this node: it never runs`,
        );
      }
  },
});

/** Folders of the distribution, of which a tree seldom holds all. */
const system = /^\/(?:usr\/)?(?:s?bin|lib\w*)\//;

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));

const commandsIn = ({
  vrrpScripts,
  vrrpInstances,
  syncGroups,
  virtualServers,
  globals,
}: Keepalived): Command[] => [
  ...vrrpScripts.flatMap(({ script }) => script ?? []),
  ...[...vrrpInstances, ...syncGroups, ...virtualServers].flatMap(({ notifies }) => notifies),
  ...virtualServers.flatMap(({ realServers }) =>
    realServers.flatMap(({ notifies, checkers }) => [
      ...notifies,
      ...checkers.flatMap(({ misc }) => misc ?? []),
    ]),
  ),
  ...globals.scripts,
];
