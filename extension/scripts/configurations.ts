import type { Format } from "../../parsers/core/format.ts";
import { looks } from "./looks.ts";

/** VS Code's language configuration of a format: comments, brackets, indentation, folding. */
export function configurationOf({ id, schema }: Format): object {
  const { blocks, comment } = looks[id]!;
  const sections = Object.entries(schema.places[schema.root]?.keywords ?? {})
    .filter(([, { opens }]) => opens)
    .map(([name]) => name)
    .sort();
  const brackets = [
    ["{", "}"],
    ["(", ")"],
    ["[", "]"],
  ];
  const quotes = id === "keepalived" ? ['"'] : ['"', "'"];
  return {
    comments: { lineComment: comment.includes("#") ? "#" : ";" },
    brackets,
    autoClosingPairs: [...brackets, ...quotes.map((quote) => [quote, quote])].map(([open, close]) => ({
      open,
      close,
      notIn: ["comment", "string"],
    })),
    surroundingPairs: [...brackets, ...quotes.map((quote) => [quote, quote])],
    wordPattern: "[^\\s{}()\\[\\]\"'`,;=#]+",
    ...(blocks === "braces" && {
      indentationRules: {
        increaseIndentPattern: '^[^#!"]*\\{[^}"]*$',
        decreaseIndentPattern: "^\\s*\\}",
      },
    }),
    ...(blocks === "tags" && {
      indentationRules: {
        increaseIndentPattern: "^\\s*<[A-Za-z][^>]*>\\s*$",
        decreaseIndentPattern: "^\\s*</[A-Za-z]",
      },
    }),
    ...(blocks === "sections" && {
      indentationRules: {
        increaseIndentPattern: `^(${sections.join("|")})\\b`,
        decreaseIndentPattern: `^\\s*(${sections.join("|")})\\b`,
      },
    }),
    folding:
      blocks === "brackets"
        ? { markers: { start: "^\\s*#\\s*region\\b", end: "^\\s*#\\s*endregion\\b" } }
        : { offSide: blocks === "sections" },
  };
}
