import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { removeLine } from "./edits.ts";
import { optionsNamed, proxiesOf } from "./lookup.ts";

const modes = ["httpclose", "http-server-close", "http-keep-alive"];

export const connectionModes = modelRule({
  id: "haproxy/connection-modes",
  scope: "section",
  severity: "warning",
  summary: "A section has one mode of HTTP connections, the last that it names",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { options } of proxiesOf(optionsNamed(model, ...modes))) {
      const given = options.filter(({ name, on }) => on && modes.includes(name));
      const last = given.at(-1);
      for (const { name, statement } of given) {
        if (!last || name === last.name || exclusive(statement, last.statement)) continue;
        report(statement.keyword.at, `option ${name} is dropped: option ${last.name} below takes its place`, {
          related: [{ at: last.statement.keyword.at, message: "the last one counts" }],
          fix: { title: `delete option ${name}`, safe: false, edits: [removeLine(statement)] },
        });
      }
    }
  },
});
