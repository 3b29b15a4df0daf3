import type { Statement } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Line } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { checkOf, isCheckRule } from "./checks.ts";
import { addLine } from "./edits.ts";
import { proxiesWith } from "./lookup.ts";
import { isRunning, serves, titleOf } from "./proxies.ts";
import { unlessBranch } from "./servers.ts";

const options: Readonly<Record<string, string>> = { "http-check": "httpchk", "tcp-check": "tcp-check" };

export const checkRulesWithoutOption = modelRule({
  id: "haproxy/check-rules-without-option",
  scope: "section",
  severity: "warning",
  summary: "The steps of a check need the option that runs them",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    for (const proxy of proxiesWith(model, "http-check", "tcp-check").filter(isRunning)) {
      if (!serves(proxy)) continue;
      const chosen = checkOf(proxy);
      const kind = chosen?.name;
      for (const [keyword, option] of Object.entries(options)) {
        const lines = proxy.checks.filter((one) => one.keyword === keyword && isCheckRule(one.action));
        const [line] = lines;
        if (!line || kind === option) continue;
        const before = chosen && proxy.options.includes(chosen) && !lines.some(isBelow(chosen.statement));
        const instead = kind ? `option ${kind} checks them another way` : "they are only connected to";
        const message = `${keyword} rules of ${titleOf(proxy)} without option ${option}: its servers are not checked by them, ${instead}`;
        report(line.statement.keyword.at, message, {
          ...(before ? { daemon: "silent" as const } : unlessBranch(line.statement)),
          // Beside another one it would be the one that is dropped.
          ...(kind
            ? {}
            : {
                fix: {
                  title: `add option ${option}`,
                  safe: false,
                  edits: [addLine(proxy.statement, `option ${option}`)],
                },
              }),
        });
      }
    }
  },
});

/** An option for other checks that stands below the last of these lines takes their place without a word. */
const isBelow =
  ({ at }: Statement) =>
  ({ statement }: Line): boolean =>
    statement.at.start > at.start;
