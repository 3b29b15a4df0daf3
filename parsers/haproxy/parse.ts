import { type Block, cutter } from "../core/blocks.ts";
import { remembered, rememberedBy } from "../core/remembered.ts";
import type { FormatSchema, Version } from "../core/schema.ts";
import type { Source } from "../core/source.ts";
import type { Statement, Tree } from "../core/tree.ts";
import { foldSections, headers } from "./fold.ts";
import { lexicalMistakes } from "./lexical.ts";
import { type Part, partsOf } from "./parts.ts";

/** haproxy.cfg as sections of lines; every word unquoted, its raw text at its span. */
export function parseHaproxy(source: Source, schema: FormatSchema, version?: Version): Tree {
  const parts = partsOf(source, headers(schema));
  const blocks = cut(parts);
  const contents = blocks.map(contentOf);
  const lua = contents.some(({ loadsLua }) => loadsLua) || !contents.some(({ isMain }) => isMain);
  const { statements, mistakes } = contents.some(({ hasDirectives }) => hasDirectives)
    ? foldSections(
        parts.flatMap(({ lines }) => withHoles(lines, lua)),
        schema,
        version,
      )
    : {
        statements: blocks.flatMap((block) => folding(schema)(block, lua)),
        mistakes: [],
      };
  return {
    source,
    sources: [source],
    statements,
    comments: contents.flatMap(({ comments }) => comments),
    mistakes: [...contents.flatMap((content) => content.mistakes), ...lexicalMistakes(source), ...mistakes],
  };
}

const cut = cutter<Part>();

/** What parts say of the whole file: whether they load Lua, are no mere part of a configuration, and have conditionals. */
const contentOf = remembered((parts: Block<Part>) => {
  const has = (isSuch: (keyword: string) => boolean): boolean =>
    parts.some(({ lines }) => lines.some(({ keyword }) => isSuch(keyword.value)));
  return {
    loadsLua: has((keyword) => keyword.startsWith("lua-load")),
    isMain: has((keyword) => keyword === "global" || keyword === "defaults"),
    hasDirectives: has((keyword) => keyword.startsWith(".")),
    comments: parts.flatMap(({ comments }) => comments),
    mistakes: parts.flatMap(({ mistakes }) => mistakes),
  };
});

/** Gives the sections of parts without conditionals, the same objects as long as the parts stay. `lua`: its actions may be among them. */
const folding = remembered((schema: FormatSchema) => {
  const inPart = rememberedBy(
    (part: Part, lua: boolean) => foldSections(withHoles(part.lines, lua), schema).statements,
  );
  return rememberedBy((parts: Block<Part>, lua: boolean) => parts.flatMap((part) => inPart(part, lua)));
});

/**
 * Lines whose sense this file does not tell: a scope line `[name]`, which haproxy passes over, and an action that a
 * Lua file registers, where one is loaded or may be by another file.
 */
const withHoles = (lines: readonly Statement[], lua: boolean): readonly Statement[] =>
  lines.map((line) => {
    const { keyword, args } = line;
    if (keyword.value.startsWith("[") && /^\[[A-Za-z0-9_.:-]+\]$/.test(keyword.value))
      return { ...line, keyword: { ...keyword, hole: true } };
    if (!lua || !args.slice(0, 2).some(({ value }) => value.startsWith("lua."))) return line;
    return {
      ...line,
      args: args.map((word, i) =>
        i < 2 && word.value.startsWith("lua.") ? { ...word, hole: true as const } : word,
      ),
    };
  });
