import { pathToFileURL } from "node:url";
import type { Client } from "../../lsp/client.ts";
import { showPlaces } from "../../lsp/features/codeLens.ts";
import type { View } from "../../lsp/view.ts";
import type { Source } from "../../parsers/core/source.ts";
import { lint } from "../../rules/engine.ts";
import { clusterOf, type Files } from "../support/cluster.ts";

export const client: Client = {
  encoding: "utf-16",
  uriOf: ({ path }) => pathToFileURL(`/ws/${path}`).href,
  snippets: true,
  markdown: true,
  hierarchy: true,
  opens: true,
  commands: [showPlaces],
};

/** Files of a cluster, one of them with the cursor `‸` in it: the view of the server, and where the cursor stands. */
export function cursorIn(files: Files): { view: View; at: { source: Source; offset: number } } {
  const [path, marked] = Object.entries(files).find(([, text]) => text.includes("‸")) ?? ["", "‸"];
  const cluster = clusterOf({ ...files, ...(path ? { [path]: marked.replace("‸", "") } : {}) });
  const sources = new Map<string, Source>(
    cluster.nodes.flatMap((node) =>
      node.documents.map(({ tree }) => [`/ws/${tree.source.path}`, tree.source] as const),
    ),
  );
  const view: View = {
    workspace: { clusters: [cluster], layout: [], problems: [], targets: {} },
    findings: lint([cluster]),
    pathOf: (source) => `/ws/${source.path}`,
    sourceAt: (absolute) => sources.get(absolute),
  };
  return { view, at: { source: sources.get(`/ws/${path}`)!, offset: marked.indexOf("‸") } };
}
