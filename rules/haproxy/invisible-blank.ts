import { textOf } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { linesHolding, wordsOf } from "./lines.ts";

/** Blanks of Unicode and characters without width; a byte order mark at the start of a file is another matter. */
const blanks = /[\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/g;

export const invisibleBlank = modelRule({
  id: "haproxy/invisible-blank",
  scope: "section",
  severity: "error",
  summary: "A no-break space and its kin do not separate words",
  daemon: "silent",
  format: haproxy,
  check({ statements }, report) {
    for (const statement of linesHolding({ statements }, blanks))
      for (const { at, quote } of wordsOf(statement)) {
        if (quote) continue;
        for (const match of textOf(at).matchAll(blanks)) {
          const start = at.start + match.index;
          if (start === 0) continue;
          const here = at.with({ start, end: start + 1 });
          const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
          report(here, `this character, U+${code}, looks like a space and is part of the word`, {
            fix: { title: "write a space", safe: false, edits: [{ at: here, text: " " }] },
          });
        }
      }
  },
});
