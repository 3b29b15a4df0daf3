import { haproxy } from "../../parsers/haproxy/index.ts";
import { entry, tables } from "../../parsers/haproxy/tables.ts";
import { modelRule } from "../rule.ts";

const actions =
  /^(set-header|add-header|replace-header|replace-value|set-path|set-uri|set-query|set-pathq|set-var-fmt)$/;

/** Names that are also words of their own stay out: `method`, `path`, `date`. */
const telling = /[._(]|^(src|dst)$/;

export const literalFetch = modelRule({
  id: "haproxy/literal-fetch",
  severity: "warning",
  summary: "A fetch in a format stands in %[ ]",
  daemon: "silent",
  format: haproxy,
  check({ proxies }, report) {
    for (const { rules } of proxies)
      for (const { action, expressions } of rules)
        for (const place of expressions) {
          if (place.kind !== "format" || !actions.test(action)) continue;
          const { value, at, hole } = place.word;
          const name = /^([a-z0-9_.]+)(\([^)]*\))?(,[a-z0-9_.]+(\([^)]*\))?)*$/.exec(value)?.[1];
          if (hole || !name || !telling.test(value) || !entry(tables.fetches, name)) continue;
          const text = `%[${value}]`;
          report(at, `the text ${value} is written as it stands: a fetch is written ${text}`, {
            ...(place.word.quote
              ? {}
              : { fix: { title: `write ${text}`, safe: false, edits: [{ at, text }] } }),
          });
        }
  },
});
