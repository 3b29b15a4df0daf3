import type { Location } from "vscode-languageserver-types";
import { type At, type Client, locationOf } from "../client.ts";
import type { View } from "../view.ts";
import { distinct, namedAt, sameAs } from "./names.ts";

/** Every place in the cluster that uses the name at the cursor, on request with those that define it. */
export const references = (view: View, client: Client, at: At, includeDeclaration: boolean): Location[] =>
  distinct(namedAt(view, at).flatMap(sameAs))
    .filter(({ defines }) => includeDeclaration || !defines)
    .map((place) => locationOf(client, place.at));
