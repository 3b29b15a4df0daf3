import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { type KeywordDef, keywordsOf } from "../../parsers/core/schema.ts";
import { type Span, textOf } from "../../parsers/core/source.ts";
import { exclusive } from "../../parsers/core/tree.ts";
import { formats } from "../../parsers/index.ts";
import type { Document } from "../../rules/rule.ts";
import { type Visit, visitsOf } from "../../rules/schema/visits.ts";
import type { Slot } from "../../rules/schema/words.ts";
import type { At, Client } from "../client.ts";
import { homesOf, type View } from "../view.ts";
import { type Ask, type Data, item } from "./completionItem.ts";
import { describeKeyword, markup, signatureOf } from "./describe.ts";
import { fileValues } from "./fileValues.ts";
import { headerOf } from "./header.ts";
import { nameValues, probedDocument } from "./nameValues.ts";
import { inAttribute, pacemakerValues } from "./pacemakerValues.ts";
import { type Probe, probe } from "./probe.ts";
import { sampleValues } from "./sampleValues.ts";
import { type Value, valuesOf } from "./values.ts";

/** What may stand at the cursor, without documentation: `completionResolve` adds it. */
export function completion(view: View, client: Client, at: At): CompletionItem[] {
  const items = new Map<string, CompletionItem>();
  for (const home of homesOf(view, at.source)) {
    const found = probe(home, at);
    if (!found) continue;
    const ask = { client, home, targets: view.workspace.targets, found };
    for (const item of itemsAt(ask)) if (!items.has(item.label)) items.set(item.label, item);
  }
  return [...items.values()];
}

/** The same item with its documentation. */
export function completionResolve(client: Client, item: CompletionItem): CompletionItem {
  const data = item.data as Data | undefined;
  const format = formats.find(({ id }) => id === data?.format);
  if (!data || !format) return item;
  const place = format.schema.places[data.place];
  const keyword = own(keywordsOf(format.schema, data.place), data.keyword) ?? place?.entry;
  const def = data.option === undefined ? keyword : own(keyword?.options ?? {}, data.option);
  if (!def) return item;
  const name = data.option ?? data.keyword;
  return { ...item, documentation: markup(client, format, describeKeyword(format, name, def)) };
}

const own = (defs: Readonly<Record<string, KeywordDef>>, name: string): KeywordDef | undefined =>
  Object.hasOwn(defs, name) ? defs[name] : undefined;

function itemsAt(ask: Ask): CompletionItem[] {
  const { found, home } = ask;
  const { visit, word, index } = found;
  const slot = visit.slots?.slots.find((slot) => slot.word === word) ?? rawSlot(found);
  const isEntry = visit.def === visit.placeDef.entry;
  const items: CompletionItem[] = [];
  if (index < 0) items.push(...keywords(ask), ...headers(ask));
  if (slot?.arg.items) items.push(...listItems(ask, slot.arg.items));
  else if (slot) items.push(...valuesOf(home, found, slot).flatMap((value) => valueItem(ask, value)));
  if (items.length === 0 || (index < 0 && !visit.placeDef.complete))
    items.push(...otherValues(ask).flatMap((value) => valueItem(ask, value)));
  if (
    (index >= 0 || isEntry) &&
    (!slot || ((slot.arg.optional || slot.arg.orOption) && !slot.arg.rest)) &&
    !inAttribute(found)
  )
    items.push(...options(ask));
  return items;
}

/** The argument of a statement that is not cut into arguments: the last one takes what is left. */
function rawSlot({ visit: { def, statement }, word, index }: Probe): Slot | undefined {
  const arg = def?.raw && index >= 0 ? (def.args?.[index] ?? def.args?.at(-1)) : undefined;
  return def && arg && { word, owner: statement.keyword.value, def, arg };
}

/** What the schema does not tell: files, names by the models of the cluster, tables of Pacemaker and of haproxy's samples. */
function otherValues({ home, found }: Ask): Value[] {
  const files = fileValues(home, found);
  if (files.length > 0) return files;
  const document = probedDocument(found);
  return [
    ...pacemakerValues(found, document),
    ...sampleValues(found, document),
    ...nameValues(home, found, document),
  ];
}

/** The keywords of the place, of those with several words (`option httplog`) the ones that begin as the line does. */
function keywords(ask: Ask): CompletionItem[] {
  const { document, visit, typed } = ask.found;
  const { schema } = document.format;
  const begun = wordsBefore(typed).replace(/[ \t]+/g, " ");
  const taken = takenIn(document, visit);
  return Object.entries(keywordsOf(schema, visit.place))
    .filter(([name, def]) => name.startsWith(begun) && !(def.once && taken.has(name)))
    .filter(([, def]) => !visit.statement.prefix || def.negatable)
    .flatMap(([name, def]) => {
      const rank = def.required && !taken.has(name) ? "0" : "1";
      return keywordItem(ask, name, def, visit.place, rank);
    });
}

/** What was typed of a keyword of several words, up to the last blank. */
const wordsBefore = (typed: string): string => /^(?:.*[ \t])?/.exec(typed)![0];

/** The keywords that already stand in the block, other arms of a conditional aside. */
const takenIn = (document: Document, { statement, parent }: Visit): ReadonlySet<string> =>
  new Set(
    visitsOf(document)
      .filter((other) => other.parent === parent && other.statement !== statement)
      .filter((other) => !exclusive(other.statement, statement))
      .map((other) => other.statement.keyword.value),
  );

/** A section without a closing mark ends where the next one begins: its header may stand here too, at the start of a line. */
function headers(ask: Ask): CompletionItem[] {
  const { document, visit, replaces } = ask.found;
  const { schema } = document.format;
  const parent = visit.parent;
  const before = replaces.source.text[replaces.start - 1] ?? "\n";
  if (!parent?.statement.block || parent.statement.block.close || !"\r\n[".includes(before)) return [];
  if (headerOf(ask.home.document.format)?.braces !== false) return [];
  return Object.entries(keywordsOf(schema, parent.place))
    .filter(([, def]) => def.opens)
    .flatMap(([name, def]) => keywordItem(ask, name, def, parent.place, "2"));
}

function keywordItem(ask: Ask, name: string, def: KeywordDef, place: string, rank: string): CompletionItem[] {
  const { found, client, home } = ask;
  const { replaces } = found;
  const data: Data = { format: home.document.format.id, place, keyword: name };
  const after = restOfLine(replaces);
  const header = def.opens ? headerOf(home.document.format) : undefined;
  const plain = header
    ? `${replaces.source.text[replaces.start - 1] === header.before ? "" : header.before}${name}${after.startsWith(header.after) ? "" : header.after}`
    : `${name}${after.trim() === "" && !def.opens ? found.ends : ""}`;
  const opensBraces = header?.braces && def.block !== "optional" && after.trim() === "";
  const snippet = client.snippets && opensBraces ? blockSnippet(name, def) : undefined;
  return item(ask, {
    label: name,
    kind: def.opens ? CompletionItemKind.Module : CompletionItemKind.Property,
    age: def,
    detail: signatureOf(name, def).label,
    newText: snippet ?? plain,
    filterText: filterTextOf(found.typed, name, header?.before ?? ""),
    snippet: snippet !== undefined,
    sortText: `${rank}${name}`,
    data,
  });
}

/** What clients compare with the replaced text: the keyword with the same bracket and blanks as were typed. */
function filterTextOf(typed: string, name: string, bracket: string): string {
  if (bracket !== "" && typed.startsWith(bracket)) return `${bracket}${name}`;
  const written = wordsBefore(typed);
  return written + name.slice(written.replace(/[ \t]+/g, " ").length);
}

/** `vrrp_instance ${1:name} {` with the cursor inside. */
function blockSnippet(name: string, def: KeywordDef): string {
  const needed = (def.args ?? []).filter(({ optional }) => !optional);
  const stops = needed.map((arg, i) => ` \${${i + 1}:${(arg.name ?? "name").replace(/[$}\\|,]/g, "")}}`);
  return `${name.replace(/[$}\\]/g, "\\$&")}${stops.join("")} {\n\t$0\n}`;
}

/** The options of the statement: those without a value that already stand there are left out. */
function options(ask: Ask): CompletionItem[] {
  const { visit, word } = ask.found;
  const { def, slots, place, statement } = visit;
  if (!def?.options || def.raw) return [];
  const taken = new Set(slots?.options.filter((used) => used.word !== word).map(({ name }) => name));
  const format = ask.home.document.format.id;
  return Object.entries(def.options)
    .filter(([name, option]) => !(taken.has(name) && (option.once || option.args?.length === 0)))
    .flatMap(([name, option]) =>
      item(ask, {
        label: name,
        kind: CompletionItemKind.Property,
        age: option,
        detail: signatureOf(name, option).label,
        sortText: `1${name}`,
        data: { format, place, keyword: statement.keyword.value, option: name },
      }),
    );
}

/** Keywords of a place as parts of one word, `defaults,noatime`: what was typed of the last part is replaced. */
function listItems(ask: Ask, place: string): CompletionItem[] {
  const { typed, replaces, document } = ask.found;
  const before = /^(?:.*[,;])?[ \t]*/.exec(typed)?.[0].length ?? 0;
  const start = replaces.start + before;
  const behind = /^[^,;]*/.exec(textOf(replaces.with({ start: replaces.start + typed.length })))![0].length;
  const part = replaces.with({ start, end: replaces.start + typed.length + behind });
  const format = ask.home.document.format.id;
  const taken = new Set(
    textOf(replaces)
      .split(/[,;]/)
      .map((text) => text.split("=", 1)[0]!.trim()),
  );
  taken.delete(textOf(part).split("=", 1)[0]!.trim());
  return Object.entries(keywordsOf(document.format.schema, place))
    .filter(([name]) => !taken.has(name))
    .flatMap(([name, def]) =>
      item(ask, {
        label: name,
        kind: CompletionItemKind.Property,
        age: def,
        detail: signatureOf(name, def).label,
        at: part,
        sortText: `1${name}`,
        data: { format, place, keyword: name },
      }),
    );
}

const valueKinds = {
  value: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
  call: CompletionItemKind.Function,
} as const;

function valueItem(ask: Ask, { text, kind, detail, age, insert, at }: Value): CompletionItem[] {
  const { typed, replaces } = ask.found;
  const negated = kind === "name" && typed.startsWith("!") ? 1 : 0;
  return item(ask, {
    label: text,
    kind: valueKinds[kind],
    ...(age ? { age } : {}),
    ...(detail ? { detail } : {}),
    ...(insert ? { newText: insert } : {}),
    at: at ?? replaces.with({ start: replaces.start + negated }),
    sortText: `0${text}`,
  });
}

const restOfLine = ({ source, end }: Span): string => /^[^\r\n]*/.exec(source.text.slice(end))![0];
