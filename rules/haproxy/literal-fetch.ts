import { haproxy } from "../../parsers/haproxy/index.ts";
import { entry, tables } from "../../parsers/haproxy/tables.ts";
import { modelRule } from "../rule.ts";
import { rulesDoing } from "./lookup.ts";

const actions =
  /^(set-header|add-header|replace-header|replace-value|set-path|set-uri|set-query|set-pathq|set-var-fmt)$/;

/** Names that are also words of their own stay out: `method`, `path`, `date`. */
const telling = /[._(]|^(src|dst)$/;

export const literalFetch = modelRule({
  id: "haproxy/literal-fetch",
  scope: "section",
  severity: "warning",
  summary: "A fetch in a format stands in %[ ]",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { rule } of rulesDoing(model, actions))
      for (const place of rule.expressions) {
        if (place.kind !== "format" || !telling.test(place.word.value)) continue;
        const { value, at, hole } = place.word;
        const name = /^([a-z0-9_.]+)(\([^)]*\))?(,[a-z0-9_.]+(\([^)]*\))?)*$/.exec(value)?.[1];
        if (hole || !name || !entry(tables.fetches, name)) continue;
        const text = `%[${value}]`;
        report(at, `the text ${value} is written as it stands: a fetch is written ${text}`, {
          ...(place.word.quote
            ? {}
            : { fix: { title: `write ${text}`, safe: false, edits: [{ at, text }] } }),
        });
      }
  },
});
