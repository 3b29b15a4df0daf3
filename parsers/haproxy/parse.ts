import { remembered } from "../core/remembered.ts";
import type { FormatSchema, Version } from "../core/schema.ts";
import type { Source } from "../core/source.ts";
import type { Statement, Tree } from "../core/tree.ts";
import { foldSections, headers } from "./fold.ts";
import { lexicalMistakes } from "./lexical.ts";
import { type Part, partsOf } from "./parts.ts";

/** haproxy.cfg as sections of lines; every word unquoted, its raw text at its span. */
export function parseHaproxy(source: Source, schema: FormatSchema, version?: Version): Tree {
  const parts = partsOf(source, headers(schema));
  const lua = parts.some((part) => contentOf(part).loadsLua) || !parts.some((part) => contentOf(part).isMain);
  const { statements, mistakes } = parts.some((part) => contentOf(part).hasDirectives)
    ? foldSections(
        parts.flatMap(({ lines }) => withHoles(lines, lua)),
        schema,
        version,
      )
    : {
        statements: parts.flatMap((part) => sectionsOf(part, lua, schema)),
        mistakes: [],
      };
  return {
    source,
    sources: [source],
    statements,
    comments: parts.flatMap(({ comments }) => comments),
    mistakes: [...parts.flatMap((part) => part.mistakes), ...lexicalMistakes(source), ...mistakes],
  };
}

/** What a part says of the whole file: whether it loads Lua, is no mere part of a configuration, and has conditionals. */
const contentOf = remembered(({ lines }: Part) => ({
  loadsLua: lines.some(({ keyword }) => keyword.value.startsWith("lua-load")),
  isMain: lines.some(({ keyword }) => keyword.value === "global" || keyword.value === "defaults"),
  hasDirectives: lines.some(({ keyword }) => keyword.value.startsWith(".")),
}));

const folded = remembered((_: Part) => new Map<boolean, readonly Statement[]>());

/** The sections of a part without conditionals, the same objects as long as it stays. */
function sectionsOf(part: Part, lua: boolean, schema: FormatSchema): readonly Statement[] {
  const known = folded(part);
  const sections = known.get(lua) ?? foldSections(withHoles(part.lines, lua), schema).statements;
  known.set(lua, sections);
  return sections;
}

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
