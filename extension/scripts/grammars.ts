import type { Format } from "../../parsers/core/format.ts";
import type { KeywordDef } from "../../parsers/core/schema.ts";
import { type Look, looks } from "./looks.ts";

export interface Pattern {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly Pattern[];
  readonly include?: string;
}

export interface Grammar {
  readonly name: string;
  readonly scopeName: string;
  readonly injectionSelector?: string;
  readonly patterns: readonly Pattern[];
}

interface Words {
  readonly blocks: ReadonlySet<string>;
  readonly keywords: ReadonlySet<string>;
  readonly options: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
}

export const scopeOf = (id: string): string => `source.${id}`;

/** Every word of a format's table, by what it is. */
export function wordsOf({ schema }: Format): Words {
  const words = {
    blocks: new Set<string>(),
    keywords: new Set<string>(),
    options: new Set<string>(),
    values: new Set<string>(),
  };
  const add = (def: KeywordDef): void => {
    for (const { oneOf = [] } of def.args ?? []) for (const value of oneOf) words.values.add(value);
    for (const [name, option] of Object.entries(def.options ?? {})) {
      words.options.add(name);
      add(option);
    }
  };
  for (const { keywords = {}, entry } of Object.values(schema.places)) {
    if (entry) add(entry);
    for (const [name, def] of Object.entries(keywords)) {
      (def.opens ? words.blocks : words.keywords).add(name);
      add(def);
    }
  }
  return words;
}

/** Blanks inside a keyword (`option httplog`) may be any number. */
const escaped = (word: string): string =>
  word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replaceAll(" ", "[ \\t]+");

/** One pattern for many words, the longest first, so that none hides another. */
const anyOf = (words: Iterable<string>): string | undefined => {
  const sorted = [...new Set(words)]
    .filter((word) => /[\w]/.test(word))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return sorted.length > 0 ? `(${sorted.map(escaped).join("|")})` : undefined;
};

const wordEnd = "(?![\\w.-])";

/** What may stand before a statement's first word. */
const beginOf = ({ blocks }: Look): string => (blocks === "braces" ? "(?:^|(?<=[{};]))\\s*" : "^\\s*");

const endOf = ({ shape }: Look): string =>
  ({
    words: wordEnd,
    colon: "\\s*(:)",
    assign: "\\s*(=)",
    optional: `${wordEnd}\\s*(=)?`,
    free: wordEnd,
  })[shape];

const captures = (...names: string[]): NonNullable<Pattern["captures"]> =>
  Object.fromEntries(names.map((name, i) => [i + 1, { name }]));

/** Statements that open a block, and the block's name. */
function blockPatterns(id: string, look: Look, words: Words, flag: string): Pattern[] {
  const any = anyOf(words.blocks);
  switch (look.blocks) {
    case "brackets":
      return [{ match: "^\\s*\\[([^\\]]*)\\]", captures: captures(`entity.name.section.${id}`) }];
    case "tags":
      return [
        {
          match: "^\\s*(</?)([A-Za-z][\\w:-]*)([^>]*)(>)",
          captures: captures(
            `punctuation.definition.tag.${id}`,
            `entity.name.tag.${id}`,
            `entity.name.section.${id}`,
            `punctuation.definition.tag.${id}`,
          ),
        },
      ];
    default: {
      if (!any) return [];
      const name =
        look.blocks === "braces" ? '[ \\t]*([^\\s{}:;"]+)?' : "(?:[ \\t]*[:=]|[ \\t]+)?[ \\t]*([^\\s#:=]+)?";
      return [
        {
          match: `${flag}${beginOf(look)}${any}${wordEnd}${name}`,
          captures: captures(`keyword.control.${id}`, `entity.name.type.${id}`),
        },
      ];
    }
  }
}

/** The TextMate grammar of a format, its words from the format's table. */
export function grammarOf(format: Format): Grammar {
  const { id, title } = format;
  const look = looks[id]!;
  const words = wordsOf(format);
  const flag = look.anyCase ? "(?i)" : "";
  const keyword = anyOf(words.keywords);
  const inLine = anyOf(look.listed ? [...words.keywords, ...words.options] : words.options);
  const value = anyOf([...words.values].filter((word) => !/^\d+$/.test(word)));
  const assigned = { colon: ":", assign: "=", optional: "=", words: undefined, free: undefined }[look.shape];
  const free = "(?<![^\\s,=({;:])";
  return {
    name: title,
    scopeName: scopeOf(id),
    patterns: [
      { name: `comment.line.${id}`, match: look.comment },
      ...blockPatterns(id, look, words, flag),
      ...(keyword && look.shape !== "free"
        ? [
            {
              match: `${flag}${beginOf(look)}(?:(no|default)[ \\t]+)?${keyword}${endOf(look)}`,
              captures: captures(
                `keyword.operator.word.${id}`,
                `keyword.other.${id}`,
                `punctuation.separator.key-value.${id}`,
              ),
            },
          ]
        : []),
      ...(assigned
        ? [
            {
              match: `^\\s*([^\\s${assigned}{}#;\\[]+)\\s*(${assigned})`,
              captures: captures(`variable.other.${id}`, `punctuation.separator.key-value.${id}`),
            },
          ]
        : []),
      { name: `string.quoted.double.${id}`, match: '"(?:\\\\.|[^"\\\\])*"' },
      ...(id === "keepalived" ? [] : [{ name: `string.quoted.single.${id}`, match: "'[^']*'" }]),
      { name: `variable.other.${id}`, match: "\\$\\{?\\w+\\}?" },
      {
        name: `constant.numeric.address.${id}`,
        match: `${free}\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d+)?(?::\\d+)?(?![\\w.])`,
      },
      {
        name: `constant.numeric.address.${id}`,
        match: `${free}\\[?(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?:\\](?::\\d+)?)?(?:/\\d+)?(?![\\w:])`,
      },
      ...(inLine
        ? [{ match: `${flag}${free}${inLine}${wordEnd}`, captures: captures(`variable.parameter.${id}`) }]
        : []),
      ...(value
        ? [{ match: `${flag}${free}${value}${wordEnd}`, captures: captures(`constant.language.${id}`) }]
        : []),
      {
        name: `constant.numeric.${id}`,
        match: `${free}-?\\d+(?:\\.\\d+)?(?:us|ms|[smhdkKMGT%])?(?![\\w.:/-])`,
      },
      ...(look.blocks === "braces" ? [{ name: `punctuation.section.block.${id}`, match: "[{}]" }] : []),
    ],
  };
}

/** Tags of Jinja and ERB inside every format. */
export const templateGrammar = (formats: readonly Format[]): Grammar => ({
  name: "Template tags",
  scopeName: "halint.template.injection",
  injectionSelector: formats.map(({ id }) => `L:${scopeOf(id)}`).join(", "),
  patterns: [
    { name: "comment.block.jinja", begin: "\\{#", end: "#\\}" },
    tag("\\{%[-+]?", "[-+]?%\\}", "meta.tag.template.block"),
    tag("\\{\\{[-+]?", "[-+]?\\}\\}", "meta.tag.template.value"),
    tag("<%[-=]?", "-?%>", "meta.tag.template.erb"),
  ],
});

const tag = (begin: string, end: string, name: string): Pattern => ({
  name,
  begin,
  end,
  captures: { 0: { name: "punctuation.definition.template" } },
  patterns: [
    { name: "string.quoted.double.template", match: '"(?:\\\\.|[^"\\\\])*"' },
    { name: "string.quoted.single.template", match: "'(?:\\\\.|[^'\\\\])*'" },
    {
      name: "keyword.control.template",
      match:
        "\\b(?:if|elif|elsif|else|endif|for|endfor|set|endset|block|endblock|macro|endmacro|include|import|from|raw|endraw|filter|endfilter|end|do|each|in|is|not|and|or)\\b",
    },
    { name: "constant.numeric.template", match: "\\b\\d+\\b" },
    { match: "\\|\\s*(\\w+)", captures: { 1: { name: "support.function.template" } } },
    { name: "variable.other.template", match: "[A-Za-z_]\\w*" },
  ],
});
