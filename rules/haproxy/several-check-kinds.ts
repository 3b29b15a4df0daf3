import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { checkKind } from "./checks.ts";
import { removeLine } from "./edits.ts";

export const severalCheckKinds = modelRule({
  id: "haproxy/several-check-kinds",
  scope: "section",
  severity: "warning",
  summary: "A section can check its servers in one way only",
  daemon: "silent",
  format: haproxy,
  check({ proxies }, report) {
    for (const { options } of proxies) {
      if (options.length < 2) continue;
      const kinds = options.filter(({ name, on }) => on && checkKind(name));
      const last = kinds.at(-1);
      for (const { name, statement } of kinds) {
        if (!last || name === last.name || exclusive(statement, last.statement)) continue;
        report(statement.keyword.at, `option ${name} is dropped: option ${last.name} below takes its place`, {
          related: [{ at: last.statement.keyword.at, message: "the last one counts" }],
          fix: { title: `delete option ${name}`, safe: false, edits: [removeLine(statement)] },
        });
      }
    }
  },
});
