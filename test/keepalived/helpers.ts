import type { ReadContext } from "../../parsers/core/format.ts";
import { type Source, sourceOf, textOf } from "../../parsers/core/source.ts";
import type { Statement, Tree } from "../../parsers/core/tree.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";

/** The files that includes find, by the pattern that names them; other patterns lead to the unknown. */
export type Files = Readonly<Record<string, readonly Source[]>>;

export const context = (files: Files = {}, nodeName?: string): ReadContext => ({
  include: (pattern) => files[pattern],
  ...(nodeName ? { nodeName } : {}),
});

export const readText = (text: string, files?: Files, nodeName?: string): Tree =>
  keepalived.read!(sourceOf("keepalived.conf", text), context(files, nodeName));

export const parseText = (text: string): Tree => keepalived.parse(sourceOf("keepalived.conf", text));

/** Statements as text: words in brackets, `?` after a hole, blocks in braces. */
export const shown = ({ statements }: Pick<Tree, "statements">): string =>
  statements.map(statement).join(" ");

const statement = ({ keyword, args, block }: Statement): string => {
  const words = [keyword, ...args].map(({ value, hole }) => `[${value}]${hole ? "?" : ""}`).join("");
  return block ? `${words}{${shown(block)}}` : words;
};

export const mistakesOf = ({ mistakes }: Tree): string[] =>
  mistakes.map(({ rule, at, message }) => `${rule} ${at.start} ${textOf(at)}: ${message}`);
