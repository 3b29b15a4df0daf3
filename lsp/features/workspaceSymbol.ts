import type { SymbolInformation } from "vscode-languageserver-types";
import { type Client, locationOf } from "../client.ts";
import { symbolKind } from "../names/symbols.ts";
import type { View } from "../view.ts";
import { distinct, namesIn } from "./names.ts";

const most = 1_000;

/** The definitions whose name holds the letters of the query in their order, whatever their case; all for an empty query. */
export const workspaceSymbol = (view: View, client: Client, query: string): SymbolInformation[] =>
  distinct(view.workspace.clusters.flatMap((cluster) => namesIn(cluster).all))
    .filter(({ defines, name }) => defines && holds(name.toLowerCase(), query.toLowerCase()))
    .slice(0, most)
    .map((place) => ({
      name: place.name,
      kind: symbolKind(place.space),
      location: locationOf(client, place.at),
      containerName: [place.title, place.scope, place.node.name].filter((text) => text !== "").join(" · "),
    }));

function holds(name: string, query: string): boolean {
  let from = 0;
  for (const letter of query) {
    const at = name.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
