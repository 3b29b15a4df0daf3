import type { SemanticTokensLegend } from "vscode-languageserver-types";

/** Kinds of words, by the names that the LSP has for them; a token carries the index. */
export const tokenTypes = [
  "keyword",
  "property",
  "parameter",
  "class",
  "enumMember",
  "number",
  "string",
  "variable",
  "comment",
] as const;

/** A token carries the sum of the bits. */
export const tokenModifiers = ["definition", "deprecated"] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

export const legend: SemanticTokensLegend = {
  tokenTypes: [...tokenTypes],
  tokenModifiers: [...tokenModifiers],
};
