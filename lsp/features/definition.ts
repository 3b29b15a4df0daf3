import type { Location } from "vscode-languageserver-types";
import { type At, type Client, locationOf } from "../client.ts";
import type { View } from "../view.ts";
import { distinct, namedAt, type Place, sameAs } from "./names.ts";

/**
 * Where the name at the cursor is defined: in its own file, else on its own machine, else anywhere in the cluster. What is
 * one thing on all machines, and a definition itself, is answered with every definition of the cluster. Serves declaration too.
 */
export const definition = (view: View, client: Client, at: At): Location[] =>
  distinct(namedAt(view, at).flatMap(definitionsOf)).map((place) => locationOf(client, place.at));

export function definitionsOf(place: Place): readonly Place[] {
  const all = sameAs(place).filter(({ defines }) => defines);
  if (place.defines || place.space === "node") return all;
  const own = all.filter(({ document }) => document === place.document);
  const near = own.length > 0 ? own : all.filter(({ node }) => node === place.node);
  return near.length > 0 ? near : all;
}
