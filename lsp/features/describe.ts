import { type MarkupContent, MarkupKind } from "vscode-languageserver-types";
import type { Format, TypeCheck } from "../../parsers/core/format.ts";
import type { Age, ArgDef, KeywordDef } from "../../parsers/core/schema.ts";
import { sourceOf, span } from "../../parsers/core/source.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { commonTypes, range } from "../../parsers/core/types.ts";
import type { Client } from "../client.ts";

/** What a client shows of an explanation: the format's own words in code, ours in prose. */
export interface Description {
  /** Line of the format, shown as code. */
  readonly signature?: string;
  readonly text?: readonly Phrase[];
  readonly items: readonly (readonly Phrase[])[];
}

/** Prose as a string, or a word of the format. */
export type Phrase = string | { readonly code: string };

export const code = (text: string): Phrase => ({ code: text });

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");

const inBackquotes = (text: string): string => (text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``);

const phrases = (list: readonly Phrase[], markdown: boolean): string =>
  list
    .map((phrase) => {
      if (typeof phrase === "string") return markdown ? escaped(phrase) : phrase;
      return markdown ? inBackquotes(phrase.code) : phrase.code;
    })
    .join("");

/** The explanation as Markdown or plain text, whichever the client shows. */
export function markup(client: Client, format: Format, description: Description): MarkupContent {
  const { signature, text, items } = description;
  const { markdown } = client;
  const parts = [
    signature === undefined ? "" : markdown ? `\`\`\`${format.id}\n${signature}\n\`\`\`` : signature,
    text ? phrases(text, markdown) : "",
    items.map((item) => `- ${phrases(item, markdown)}`).join("\n"),
  ].filter((part) => part !== "");
  return { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: parts.join("\n\n") };
}

/** `state MASTER|BACKUP`, with the place of each argument in the label. */
export interface Signature {
  readonly label: string;
  readonly parts: readonly {
    readonly start: number;
    readonly end: number;
    /** Absent: where the options stand. */
    readonly arg?: ArgDef;
  }[];
}

/** The line that a keyword makes; `name` is "" for the entry of a list. */
export function signatureOf(name: string, def: KeywordDef): Signature {
  const parts: Signature["parts"][number][] = [];
  let label = name;
  const add = (text: string, arg?: ArgDef): void => {
    if (label !== "") label += " ";
    parts.push({ start: label.length, end: label.length + text.length, ...(arg ? { arg } : {}) });
    label += text;
  };
  for (const arg of def.args ?? []) {
    const text = `${argName(arg)}${arg.many ? " …" : ""}`;
    add(arg.optional ? `[${text}]` : text, arg);
  }
  const options = Object.keys(def.options ?? {});
  if (options.length > 0) add(optionsText(options));
  return { label, parts };
}

const optionsText = (names: readonly string[]): string =>
  names.length <= 4 ? `[${names.join("|")}]` : "[option …]";

/** As a signature calls it: its name, its few values, or its type. */
export const argName = ({ name, oneOf, type }: ArgDef): string =>
  name ?? (oneOf && oneOf.length <= 4 ? oneOf.join("|") : (type ?? "value"));

/** What an argument may be: "a whole number, 1 to 255, in seconds". */
export function argPhrases(format: Format, arg: ArgDef): Phrase[] {
  const { oneOf, min, max, unit, maxLength, since } = arg;
  const kinds: Phrase[][] = [];
  if (oneOf)
    kinds.push(
      oneOf.flatMap((value, i) => [
        ...(i === 0 ? [] : [i === oneOf.length - 1 ? " or " : ", "]),
        code(value),
      ]),
    );
  const names = arg.defines ?? arg.refers ?? arg.mentions;
  const type = typeText(format, arg);
  if (names) kinds.push([nameText(format.schema.names?.[names]?.title ?? names, type)]);
  else if (type) kinds.push([type]);
  else if (arg.known && !oneOf)
    kinds.push(["such as ", ...arg.known.flatMap((value, i) => [...(i === 0 ? [] : [", "]), code(value)])]);
  const more: string[] = [];
  if (min !== undefined || max !== undefined) more.push(range(min, max));
  if (unit) more.push(`in ${unit}${saysUnit(format, arg) ? " where no unit is written" : ""}`);
  if (maxLength !== undefined) more.push(`at most ${maxLength} characters`);
  if (since) more.push(`since ${format.schema.daemon} ${since}`);
  const listed = kinds.flatMap((kind, i) => (i === 0 ? kind : [" or ", ...kind]));
  return more.length === 0 ? listed : [...listed, `${listed.length > 0 ? ", " : ""}${more.join(", ")}`];
}

/** What is named, and of what the type says that names are made. */
const nameText = (title: string, type: string | undefined): string =>
  `the name of ${withArticle(title)}${type ? `: ${type.replace(/^a name: /, "")}` : ""}`;

/** `u` may sound as in user; abbreviations are spelt out: an ACL, an http-errors section. */
const withArticle = (title: string): string =>
  `${/^(?:[aeio]|u(?!ser)|[AEFHILMNORSX][A-Z]|http|fcgi)/.test(title) ? "an" : "a"} ${title}`;

const checkOf = (format: Format, { type }: ArgDef): TypeCheck | undefined =>
  type ? (format.types?.[type] ?? commonTypes[type]) : undefined;

/** Whether a value may be written with its unit: `5s`. */
function saysUnit(format: Format, { min: _, max: __, ...arg }: ArgDef): boolean {
  const check = checkOf(format, arg);
  return (
    check !== undefined && !check("7s", arg, nowhere) && check(nowhere.value, arg, nowhere) !== undefined
  );
}

/** Says what a type is in the words of the complaint about a value that cannot be of it. */
function typeText(format: Format, arg: ArgDef): string | undefined {
  const check = checkOf(format, arg);
  if (arg.type === "path") return "an absolute path";
  const complaint = check?.(nowhere.value, arg, nowhere);
  return complaint?.startsWith("is not ") ? complaint.slice("is not ".length) : undefined;
}

const nowhere: Word = { kind: "word", value: "\u0001 /", at: span(sourceOf("", ""), 0, 0) };

/** Which releases know it and what takes its place. */
export function agePhrases(format: Format, age: Age): Phrase[][] {
  const { daemon } = format.schema;
  const items: Phrase[][] = [];
  if (age.since) items.push([`since ${daemon} ${age.since}`]);
  if (age.until) items.push([`until ${daemon} ${age.until}`]);
  if (age.removed) items.push([`removed in ${daemon} ${age.removed}`]);
  if (age.experimental) items.push(["experimental"]);
  if (age.deprecated) {
    const { since, use, note } = age.deprecated;
    const instead: Phrase[] = note ? [note] : use ? ["use ", code(use)] : ["nothing replaces it"];
    items.push([`deprecated${since ? ` since ${since}` : ""}: `, ...instead]);
  }
  return items;
}

const counts = { last: "the last one", first: "the first one", error: undefined };

/** Everything that the schema says of a keyword. */
export function describeKeyword(format: Format, name: string, def: KeywordDef): Description {
  const items: Phrase[][] = [];
  for (const arg of def.args ?? []) {
    const what = argPhrases(format, arg);
    if (what.length > 0) items.push([code(argName(arg)), ": ", ...what]);
  }
  if (def.default !== undefined) items.push(["default: ", code(def.default)]);
  if (def.required) items.push(["required"]);
  if (def.once) {
    const kept = counts[def.once];
    items.push([kept ? `counts once in its block: ${kept}` : "may stand once in its block"]);
  }
  if (def.flag === true) items.push(["a flag: to stand there sets it"]);
  items.push(...agePhrases(format, def));
  if (def.source) items.push([`source: ${def.source}`]);
  return {
    signature: signatureOf(name, def).label,
    ...(def.summary ? { text: [def.summary] } : {}),
    items,
  };
}
