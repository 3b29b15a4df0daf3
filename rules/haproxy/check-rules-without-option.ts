import { haproxy } from "../../parsers/haproxy/index.ts";
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
      const kind = checkOf(proxy)?.name;
      for (const [keyword, option] of Object.entries(options)) {
        const line = proxy.checks.find((one) => one.keyword === keyword && isCheckRule(one.action));
        if (!line || kind === option) continue;
        const instead = kind ? `option ${kind} checks them another way` : "they are only connected to";
        const message = `${keyword} rules of ${titleOf(proxy)} without option ${option}: its servers are not checked by them, ${instead}`;
        report(line.statement.keyword.at, message, {
          ...unlessBranch(line.statement),
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
