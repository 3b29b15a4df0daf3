import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Log } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { unlessBranch } from "./servers.ts";

export const logFacility = modelRule({
  id: "haproxy/log-facility",
  scope: "section",
  severity: "error",
  summary: "A log line names a target and a facility",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { negated, global: shared, target, facility, level, minLevel, statement } of logsOf(model)) {
      if (negated || shared || !target || statement.args.some(({ hole }) => hole)) continue;
      const verdict = unlessBranch(statement);
      if (!facility) report(target.at, `log ${target.value} names no facility, such as local0`, verdict);
      const late = [level, minLevel].find((word) => word && /^(len|format|sample|profile)$/.test(word.value));
      if (late) report(late.at, `${late.value} stands before the facility of a log line`, verdict);
    }
    for (const { global, statement } of model.global.logs)
      if (global)
        report(
          statement.keyword.at,
          "log global stands for the targets of this section: name one here",
          unlessBranch(statement),
        );
  },
});

const logsOf = ({ global, proxies, peers, logForwards }: Haproxy): readonly Log[] => [
  ...global.logs,
  ...[...proxies, ...peers, ...logForwards].flatMap(({ logs }) => logs),
];
