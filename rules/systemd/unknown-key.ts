import type { Span } from "../../parsers/core/source.ts";
import { systemd } from "../../parsers/systemd/index.ts";
import { type Fix, modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { keysBySection } from "./keys.ts";

export const unknownKey = modelRule({
  id: "systemd/unknown-key",
  format: systemd,
  severity: "error",
  summary: "A setting must be one that its section has",
  daemon: "warns",
  check(_, report, { document }) {
    for (const { keyword: section, block } of document.tree.statements) {
      const keys = keysBySection().get(section.value);
      if (!keys) continue;
      for (const { keyword } of block?.statements ?? []) {
        const { value, hole, at } = keyword;
        if (hole || keys.has(value) || value.startsWith("X-")) continue;
        const guess = nearest(value, keys);
        const other = [...keysBySection()].find(([, names]) => names.has(value))?.[0];
        const where = other ? `, [${other}] has` : guess ? `, did you mean ${guess}?` : undefined;
        if (where)
          report(
            at,
            `[${section.value}] has no setting ${value}${where}${other ? ":" : ""} systemd ignores it`,
            other || !guess ? {} : { fix: replacement(at, guess) },
          );
      }
    }
  },
});

const replacement = (at: Span, guess: string): Fix => ({
  title: `replace with ${guess}`,
  safe: false,
  edits: [{ at, text: guess }],
});
