import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { isSince } from "./statements.ts";

export const scriptFraction = modelRule({
  id: "keepalived/script-fraction",
  severity: "error",
  summary: "Before keepalived 2.3.2 the seconds of a script must be whole",
  daemon: [{ since: "2.3.2", verdict: "silent" }, { verdict: "rejects" }],
  format: keepalived,
  check({ vrrpScripts }, report, { targets }) {
    if (isSince(targets, "2.3.2")) return;
    for (const { interval, timeout } of vrrpScripts)
      for (const setting of [interval, timeout])
        if (setting?.word.value.includes("."))
          report(
            setting.word.at,
            `${setting.statement.keyword.value} ${setting.word.value} is ignored: keepalived ${targets.keepalived} takes whole seconds`,
          );
  },
});
