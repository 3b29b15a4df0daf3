/** The template languages that are told apart: Ruby stands for ERB and EPP, shell for envsubst and its like. */
export type Engine = "jinja" | "ruby" | "go" | "shell";

/** What a tag does to the text around it. */
export type Role =
  /** Gives text of which nothing is known. */
  | "value"
  /** Gives none: a comment, an assignment. */
  | "silent"
  | "open"
  | "arm"
  | "close";

/** What becomes of the text that a tag opens. */
export type Sort =
  | "condition"
  | "loop"
  /** Stands where it is written. */
  | "plain"
  /** Stands elsewhere or nowhere: a macro, a named definition. */
  | "aside";

/** One tag of a template, from its first delimiter to the end of its last. */
export interface Tag {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  readonly sort?: Sort;
  /** Of an open or close tag in languages where they pair by name: "if", "for". */
  readonly name?: string;
  /** Takes the line end before it, or behind it, away. */
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
}

type Meaning = Pick<Tag, "role" | "sort" | "name">;

const suffix = /\.(j2|jinja2?|erb|epp|tmpl|gotmpl|tpl|ctmpl|template|envsubst|in)$/i;

const bySuffix: Readonly<Record<string, Engine>> = {
  j2: "jinja",
  jinja: "jinja",
  jinja2: "jinja",
  erb: "ruby",
  epp: "ruby",
  gotmpl: "go",
  ctmpl: "go",
  envsubst: "shell",
};

/** The path without the suffix of a template; undefined where it has none. */
export const untemplated = (path: string): string | undefined =>
  suffix.test(path) ? path.replace(suffix, "") : undefined;

/** By the suffix, else by the first tags; undefined: no template. */
export function engineOf(path: string, text: string): Engine | undefined {
  const found = suffix.exec(path)?.[1]?.toLowerCase();
  const sure = found && bySuffix[found];
  if (sure) return sure;
  if (/<%[^\n]*?%>/.test(text)) return "ruby";
  if (/\{%[-+]?[ \t]*[A-Za-z_][^\n]*?%\}/.test(text)) return "jinja";
  if (
    /\{\{-?[ \t]*(?:(?:if|range|with|end|else|define|template|block)\b|\/\*|[.$])/.test(text) &&
    /\}\}/.test(text)
  )
    return "go";
  if (/\{\{[^\n]*?\}\}/.test(text)) return "jinja";
  return found ? "shell" : undefined;
}

const value: Meaning = { role: "value" };
const silent: Meaning = { role: "silent" };
const open = (sort: Sort, name?: string): Meaning => ({ role: "open", sort, ...(name ? { name } : {}) });
const close = (name?: string): Meaning => ({ role: "close", ...(name ? { name } : {}) });
const arm: Meaning = { role: "arm" };

const jinjaOpens: Readonly<Record<string, Sort>> = {
  if: "condition",
  for: "loop",
  macro: "aside",
  call: "aside",
  block: "plain",
  filter: "plain",
  with: "plain",
  autoescape: "plain",
};

function jinjaMeaning(code: string): Meaning {
  const [, name = "", rest = ""] = /^([A-Za-z_]*)([\s\S]*)$/.exec(code)!;
  const sort = Object.hasOwn(jinjaOpens, name) ? jinjaOpens[name] : undefined;
  if (sort) return open(sort, name);
  if (name === "elif" || name === "else") return arm;
  if (name.startsWith("end")) return close(name.slice(3));
  if (name === "set" && !rest.includes("=")) return open("aside", name);
  return /^(?:set|do|import|from|extends|break|continue)$/.test(name) ? silent : value;
}

function rubyMeaning(code: string): Meaning {
  if (/^(?:\}|end\b)/.test(code)) return /^\}\s*(?:else|elsif)\b/.test(code) ? arm : close();
  if (/^(?:else|elsif|when|in|rescue|ensure)\b/.test(code)) return arm;
  if (/\b(?:end|\})\s*$/.test(code)) return silent;
  if (/^(?:if|unless|case)\b/.test(code)) return open("condition");
  const repeats = /^(?:for|while|until)\b|(?:\bdo|\{)\s*(?:\|[^|]*\|)?\s*$|\|[^|]*\|\s*\{\s*$/;
  return repeats.test(code) ? open("loop") : silent;
}

const goOpens: Readonly<Record<string, Sort>> = {
  if: "condition",
  with: "condition",
  range: "loop",
  define: "aside",
  block: "plain",
};

function goMeaning(code: string): Meaning {
  const name = /^[a-z]*/.exec(code)![0];
  const sort = Object.hasOwn(goOpens, name) ? goOpens[name] : undefined;
  if (sort) return open(sort);
  if (name === "else") return arm;
  if (name === "end") return close();
  if (/^(?:\/\*|\$\w*\s*:?=)/.test(code) || /^(?:break|continue)$/.test(name)) return silent;
  return value;
}

/** Where the tag that begins at `from` ends, strings inside it passed over; its first end where a string never closes. */
function endOf(text: string, from: number, delimiter: string, strings: RegExp | undefined): number {
  const first = text.indexOf(delimiter, from);
  if (first < 0 || !strings) return first;
  for (let i = from; i < text.length; i++) {
    if (text.startsWith(delimiter, i)) return i;
    strings.lastIndex = i;
    const string = strings.exec(text);
    if (string) i += string[0].length - 1;
  }
  return first;
}

const quotes = /"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'/y;
const goQuotes = /"(?:\\[\s\S]|[^"\\\n])*"|`[^`]*`/y;

/** Every tag of the text in order; a delimiter that nothing closes is text. */
export function tagsOf(text: string, engine: Engine): Tag[] {
  if (engine === "shell") return shellTags(text);
  const begin = engine === "jinja" ? /\{\{|\{%|\{#/g : engine === "go" ? /\{\{/g : /<%/g;
  const tags: Tag[] = [];
  const header = engine === "jinja" && /^#jinja2:[^\n]*/.exec(text);
  if (header)
    tags.push({ start: 0, end: header[0].length, ...silent, trimsBefore: false, trimsAfter: false });
  begin.lastIndex = header ? header[0].length : 0;
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const start = found.index;
    if (engine === "ruby" && text[start + 2] === "%") continue;
    const comment = found[0] === "{#" || (engine === "ruby" && text[start + 2] === "#");
    const isComment = comment || (engine === "go" && /^\{\{-?[ \t]*\/\*/.test(text.slice(start, start + 20)));
    const delimiter = engine === "ruby" ? "%>" : { "{{": "}}", "{%": "%}", "{#": "#}" }[found[0]]!;
    const strings = isComment || engine === "ruby" ? undefined : engine === "go" ? goQuotes : quotes;
    const last = endOf(text, start + 2, delimiter, strings);
    if (last < 0) continue;
    const end = last + 2;
    const inner = text.slice(start + 2, last);
    const code = inner.replace(/^[-+=]+|[-+]$/g, "").trim();
    const meaning = isComment ? silent : meaningOf(engine, found[0], inner, code);
    const strips = engine !== "ruby";
    const trimsBefore = strips && inner.startsWith("-");
    const trimsAfter = inner.length > 1 && inner.endsWith("-");
    tags.push({ start, end, ...meaning, trimsBefore, trimsAfter });
    begin.lastIndex = end;
    if (engine === "jinja" && found[0] === "{%" && code === "raw") begin.lastIndex = rawEnd(text, end, tags);
  }
  return tags;
}

function meaningOf(engine: Engine, delimiter: string, inner: string, code: string): Meaning {
  if (engine === "go") return goMeaning(code);
  if (engine === "ruby") return inner.startsWith("=") ? value : rubyMeaning(code);
  if (delimiter === "{{") return value;
  return code === "raw" ? silent : jinjaMeaning(code);
}

/** The text of a raw block is no template; its end is a tag. */
function rawEnd(text: string, from: number, tags: Tag[]): number {
  const endraw = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;
  endraw.lastIndex = from;
  const found = endraw.exec(text);
  if (!found) return text.length;
  const end = found.index + found[0].length;
  tags.push({ start: found.index, end, ...silent, trimsBefore: false, trimsAfter: false });
  return end;
}

/** `${VAR}` and `$VAR` of envsubst, `@VAR@` of configure and meson, `@@var` of pcs. */
const shellTags = (text: string): Tag[] =>
  [...text.matchAll(/\$\{[A-Za-z_]\w*(?::?[-+=?][^}\n]*)?\}|\$[A-Z_][A-Z0-9_]*|@@\w+|@[A-Za-z_]\w*@/g)].map(
    ({ 0: tag, index }) => ({
      start: index,
      end: index + tag.length,
      ...value,
      trimsBefore: false,
      trimsAfter: false,
    }),
  );
