import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { filesOf, found } from "./files.ts";

const names: Readonly<Record<string, string>> = {
  "\uFEFF": "a byte order mark",
  "\u00A0": "a no-break space",
  "\u2007": "a figure space",
  "\u202F": "a narrow no-break space",
  "\u200B": "a zero-width space",
  "\u200C": "a zero-width non-joiner",
  "\u200D": "a zero-width joiner",
  "\u2018": "a typographic quote",
  "\u2019": "a typographic quote",
  "\u201C": "a typographic quote",
  "\u201D": "a typographic quote",
};
const replacements: Readonly<Record<string, string>> = {
  "\u00A0": " ",
  "\u2007": " ",
  "\u202F": " ",
  "\u201C": '"',
  "\u201D": '"',
};

export const invisibleCharacter = modelRule({
  id: "keepalived/invisible-character",
  severity: "error",
  summary: "Words must be free of byte order marks, no-break spaces and typographic quotes",
  daemon: "silent",
  format: keepalived,
  check(_model, report, { document }) {
    for (const source of filesOf(document))
      for (const { 0: sign, at } of found(
        document,
        source,
        /[\uFEFF\u00A0\u2007\u202F\u200B-\u200D\u2018\u2019\u201C\u201D]/g,
      )) {
        const title = /[\u2018\u2019]/.test(sign)
          ? undefined
          : replacements[sign]
            ? "replace it"
            : "delete it";
        report(at, `${names[sign]} here is a part of the word beside it`, {
          ...(title ? { fix: { title, safe: true, edits: [{ at, text: replacements[sign] ?? "" }] } } : {}),
        });
      }
  },
});
