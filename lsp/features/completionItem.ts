import {
  type CompletionItem,
  type CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
} from "vscode-languageserver-types";
import { type Age, compareVersions } from "../../parsers/core/schema.ts";
import type { Span } from "../../parsers/core/source.ts";
import type { Document, Targets } from "../../rules/rule.ts";
import { standing } from "../../rules/schema/visits.ts";
import { type Client, rangeOf } from "../client.ts";
import type { Home } from "../view.ts";
import type { Probe } from "./probe.ts";

/** Names the definition that an item's documentation comes from. */
export interface Data {
  readonly format: string;
  readonly place: string;
  readonly keyword: string;
  /** Absent: the keyword itself. */
  readonly option?: string;
}

/** What the items of one place in the text are made from. */
export interface Ask {
  readonly client: Client;
  readonly home: Home;
  readonly targets: Targets;
  readonly found: Probe;
}

/** One item, or none where the target's daemon does not know it. */
export function item(
  { client, home, targets, found }: Ask,
  given: {
    readonly label: string;
    readonly kind: CompletionItemKind;
    readonly age?: Age;
    readonly detail?: string;
    readonly newText?: string;
    readonly filterText?: string;
    readonly snippet?: boolean;
    readonly at?: Span;
    readonly sortText: string;
    readonly data?: Data;
  },
): CompletionItem[] {
  const {
    label,
    kind,
    age,
    detail,
    newText = label,
    filterText = label,
    snippet,
    at = found.replaces,
    sortText,
    data,
  } = given;
  if (age && standing(home.document, age, targets) !== "known") return [];
  return [
    {
      label,
      kind,
      ...(detail && detail !== label ? { detail } : {}),
      ...(age && isDeprecated(home.document, age, targets) ? { tags: [CompletionItemTag.Deprecated] } : {}),
      sortText,
      filterText,
      textEdit: { range: rangeOf(client, at), newText },
      ...(snippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      ...(data ? { data } : {}),
    },
  ];
}

function isDeprecated({ format }: Document, { deprecated }: Age, targets: Targets): boolean {
  const version = targets[format.schema.daemon];
  return (
    deprecated !== undefined &&
    !(version && deprecated.since && compareVersions(version, deprecated.since) < 0)
  );
}
