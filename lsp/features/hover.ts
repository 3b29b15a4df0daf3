import type { Hover } from "vscode-languageserver-types";
import { keywordsOf } from "../../parsers/core/schema.ts";
import { positionAt, type Span } from "../../parsers/core/source.ts";
import type { Word } from "../../parsers/core/tree.ts";
import type { Document } from "../../rules/rule.ts";
import { masked, type Slot } from "../../rules/schema/words.ts";
import { type At, type Client, rangeOf } from "../client.ts";
import { homesOf, type Located, locate, type View } from "../view.ts";
import {
  agePhrases,
  argPhrases,
  code,
  type Description,
  describeKeyword,
  markup,
  type Phrase,
  signatureOf,
} from "./describe.ts";
import { namedAt, type Place, sameAs } from "./names.ts";
import { describeSample } from "./sampleHover.ts";

/** What the word under the cursor is: a keyword, a value or a name. Findings are not repeated. */
export function hover(view: View, client: Client, at: At): Hover | undefined {
  const [name] = namedAt(view, at);
  for (const { document } of homesOf(view, at.source)) {
    const located = locate(document, at.source, at.offset);
    const { word } = located;
    if (word?.hole) continue;
    const found =
      isKeyword(located) || !name
        ? (describeSample(document, at.source, at.offset) ?? describe(document, located, at.offset))
        : undefined;
    if (!found || !word) continue;
    const contents = markup(client, document.format, found.description);
    return { contents, range: rangeOf(client, found.at ?? word.at) };
  }
  if (!name) return undefined;
  const contents = markup(client, name.document.format, describeName(name));
  return { contents, range: rangeOf(client, name.at) };
}

const isKeyword = ({ visit, index }: Located): boolean =>
  index === -1 && visit?.def !== undefined && visit.def !== visit.placeDef.entry;

interface Described {
  readonly description: Description;
  /** Part of the word, where only that is described. */
  readonly at?: Span;
}

function describe(
  document: Document,
  { visit, word, index = -1 }: Located,
  offset: number,
): Described | undefined {
  if (!visit?.def || !word) return undefined;
  const { def, statement, placeDef, slots } = visit;
  const { format } = document;
  const slot = slots?.slots.find((slot) => slot.word === word);
  if (slot?.arg.items) return describePart(document, slot.arg.items, word, offset);
  if (slot) return { description: describeValue(document, slot, def === placeDef.entry) };
  const option = slots?.options.find((option) => option.word === word);
  if (option) return { description: describeKeyword(format, option.name, option.def) };
  if (index >= 0 && def.args) return undefined;
  return { description: describeKeyword(format, statement.keyword.value, def) };
}

/** One part of a list in a word: `noatime` in `defaults,noatime`. */
function describePart(
  { format }: Document,
  place: string,
  { at }: Word,
  offset: number,
): Described | undefined {
  const { text } = at.source;
  let start = offset;
  while (start > at.start && !/[,; \t"']/.test(text[start - 1]!)) start--;
  let end = offset;
  while (end < at.end && !/[,; \t"']/.test(text[end]!)) end++;
  const name = text.slice(start, end).split("=", 1)[0]!.trim();
  const keywords = keywordsOf(format.schema, place);
  if (!Object.hasOwn(keywords, name)) return undefined;
  return { description: describeKeyword(format, name, keywords[name]!), at: at.with({ start, end }) };
}

function describeValue({ format }: Document, { word, owner, def, arg }: Slot, entry: boolean): Description {
  const value = arg.secret ? masked(word.value) : word.value;
  const what = argPhrases(format, arg);
  const called: Phrase[] = arg.name ? [", ", code(arg.name)] : [];
  const name = value.split("(", 1)[0]!;
  const age = arg.values && Object.hasOwn(arg.values, name) ? agePhrases(format, arg.values[name]!) : [];
  return {
    signature: signatureOf(entry ? "" : owner, def).label,
    text: [code(value), ...called, ...(what.length > 0 ? [": ", ...what] : [])],
    items: [
      ...(def.summary ? [[def.summary]] : []),
      ...(def.default === undefined ? [] : [["default: ", code(def.default)]]),
      ...age,
    ],
  };
}

/** Places that a hover lists; of more it gives the number. */
const shownPlaces = 8;

function describeName(place: Place): Description {
  const all = sameAs(place);
  const defined = all.filter(({ defines }) => defines);
  return {
    text: [`${place.title} `, code(place.name)],
    items: [
      ...listed("defined", defined),
      ...listed(
        "used",
        all.filter(({ defines }) => !defines),
      ),
    ],
  };
}

function listed(verb: string, places: readonly Place[]): Phrase[][] {
  const lines = places
    .slice(0, shownPlaces)
    .map(({ at, node }): Phrase[] => [
      `${verb} ${node.name ? `on ${node.name}, ` : "in "}`,
      code(`${at.source.path}:${positionAt(at.source, at.start).line + 1}`),
    ]);
  const more = places.length - lines.length;
  return more > 0 ? [...lines, [`${verb} in ${more} more places`]] : lines;
}
