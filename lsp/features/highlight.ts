import { type DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver-types";
import { type At, type Client, rangeOf } from "../client.ts";
import type { View } from "../view.ts";
import { distinct, namedAt, sameAs } from "./names.ts";

/** The name at the cursor in its own file: written where it is defined, read where it is used. */
export const highlight = (view: View, client: Client, at: At): DocumentHighlight[] =>
  distinct(namedAt(view, at).flatMap(sameAs))
    .filter((place) => place.at.source === at.source)
    .map((place) => ({
      range: rangeOf(client, place.at),
      kind: place.defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
