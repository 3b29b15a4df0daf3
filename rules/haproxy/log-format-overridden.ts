import { exclusive, type Statement } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { removeLine } from "./edits.ts";
import { ownLines } from "./effective.ts";
import { optionsNamed, proxiesOf, proxiesWith } from "./lookup.ts";

const formats = /^(httplog|tcplog|httpslog)$/;

const formatsOf = (proxy: Proxy): { readonly name: string; readonly statement: Statement }[] =>
  [
    ...proxy.options.flatMap(({ name, on, statement }) =>
      on && formats.test(name) ? [{ name: `option ${name}`, statement }] : [],
    ),
    ...ownLines(proxy, "log-format").map((statement) => ({ name: "log-format", statement })),
  ].sort((a, b) => a.statement.at.start - b.statement.at.start);

export const logFormatOverridden = modelRule({
  id: "haproxy/log-format-overridden",
  scope: "section",
  severity: "warning",
  summary: "A section has one format of log lines, the last that it names",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const named = proxiesOf(optionsNamed(model, formats));
    for (const proxy of new Set([...named, ...proxiesWith(model, "log-format")])) {
      const formats = formatsOf(proxy);
      const last = formats.at(-1);
      for (const { name, statement } of formats) {
        if (!last || name === last.name || exclusive(statement, last.statement)) continue;
        const options = name.startsWith("option") && last.name.startsWith("option");
        report(statement.keyword.at, `${name} is dropped: ${last.name} below takes its place`, {
          daemon: options ? "warns" : "silent",
          related: [{ at: last.statement.keyword.at, message: "the last one counts" }],
          fix: { title: `delete ${name}`, safe: false, edits: [removeLine(statement)] },
        });
      }
    }
  },
});
