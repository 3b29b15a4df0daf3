import { type DocumentSymbol, type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import { grouped } from "../../parsers/core/remembered.ts";
import type { Source, Span } from "../../parsers/core/source.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import { isElement, valueOf } from "../../parsers/xml/element.ts";
import { visitsOf } from "../../rules/schema/visits.ts";
import { masked } from "../../rules/schema/words.ts";
import { type Client, locationOf, rangeOf } from "../client.ts";
import { symbolKind } from "../names/symbols.ts";
import { homesOf, type View } from "../view.ts";
import { type Place, placesIn } from "./names.ts";

/** What the outline of one file is made of. */
interface Outline {
  readonly source: Source;
  readonly defined: ReadonlyMap<Statement | undefined, readonly Place[]>;
  readonly secrets: ReadonlySet<Word>;
  /** The file has neither blocks nor names: its lines are the outline. */
  readonly flat: boolean;
}

interface Item {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly at: Span;
  readonly selected: Span;
  readonly children: readonly Item[];
}

/** The outline of a file: its blocks and sections, and the lines that define a name; of a file without any, all lines. */
export function documentSymbol(
  view: View,
  client: Client,
  source: Source,
): DocumentSymbol[] | SymbolInformation[] {
  const [home] = homesOf(view, source);
  if (!home) return [];
  const { document } = home;
  const { statements } = document.tree;
  const places = placesIn(view, source).filter((one) => one.defines && one.document === document);
  const defined = grouped(places, ({ statement }) => statement);
  const secrets = new Set(
    visitsOf(document).flatMap(({ slots }) =>
      (slots?.slots ?? []).flatMap(({ arg, word }) => (arg.secret ? [word] : [])),
    ),
  );
  const flat = statements.every((one) => !one.block && !defined.has(one));
  const items = itemsOf(statements, { source, defined, secrets, flat }, 0);
  return client.hierarchy ? items.map((item) => symbolOf(client, item)) : flattened(client, items, "");
}

/** The deepest nesting that is shown; whatever lies below belongs to it. */
const deepest = 100;

function itemsOf(statements: readonly Statement[], outline: Outline, depth: number): Item[] {
  if (depth > deepest) return [];
  return statements.flatMap((statement): Item[] => {
    const { at, block, keyword } = statement;
    const children = block ? itemsOf(block.statements, outline, depth + 1) : [];
    if (at.source !== outline.source) return children;
    const place = outline.defined.get(statement)?.find((one) => inside(one.at, at));
    if (!place && (!block || keyword.value === "") && !(outline.flat && depth === 0)) return children;
    return [itemOf(statement, place, children, outline, depth)];
  });
}

function itemOf(
  statement: Statement,
  place: Place | undefined,
  children: readonly Item[],
  outline: Outline,
  depth: number,
): Item {
  const { keyword, at } = statement;
  const words = isElement(statement)
    ? [valueOf(statement, "id") ?? valueOf(statement, "name")].filter((word) => word !== undefined)
    : statement.args;
  const said = words
    .map((word) => (outline.secrets.has(word) ? masked(word.value) : word.value))
    .join(" ")
    .slice(0, 100);
  const own = said.trim() !== "" && !outline.flat;
  const name = place?.name ?? (own ? said : keyword.value);
  const rest = statement.block || !place ? "" : said.replace(place.name, "").trim();
  return {
    name: name.trim() === "" ? "–" : name,
    detail:
      place || own ? [keyword.value, rest].filter((text) => text !== "").join(" ") : outline.flat ? said : "",
    kind: place ? symbolKind(place.space) : kindOf(statement, depth),
    at,
    selected: [place?.at, keyword.at].find((one) => one && inside(one, at)) ?? at.with({ end: at.start }),
    children,
  };
}

const kindOf = ({ block }: Statement, depth: number): SymbolKind =>
  !block ? SymbolKind.Property : depth === 0 ? SymbolKind.Namespace : SymbolKind.Object;

const inside = (inner: Span, outer: Span): boolean =>
  inner.source === outer.source && outer.start <= inner.start && inner.end <= outer.end;

const symbolOf = (client: Client, { name, detail, kind, at, selected, children }: Item): DocumentSymbol => ({
  name,
  detail,
  kind,
  range: rangeOf(client, at),
  selectionRange: rangeOf(client, selected),
  children: children.map((child) => symbolOf(client, child)),
});

const flattened = (client: Client, items: readonly Item[], containerName: string): SymbolInformation[] =>
  items.flatMap(({ name, kind, at, children }) => [
    { name, kind, location: locationOf(client, at), ...(containerName ? { containerName } : {}) },
    ...flattened(client, children, name),
  ]);
