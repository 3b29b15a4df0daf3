import { integer, settingOf } from "../../parsers/core/settings.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { globalLine, ownLines } from "./effective.ts";
import { proxiesWith } from "./lookup.ts";
import { titleOf } from "./proxies.ts";

export const feMaxconnAboveGlobal = modelRule({
  id: "haproxy/fe-maxconn-above-global",
  scope: "section",
  severity: "warning",
  summary: "A frontend's maxconn cannot be above that of global",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const whole = settingOf(globalLine(model, "maxconn"), 0, integer);
    if (!whole || whole.value === 0) return;
    for (const proxy of proxiesWith(model, "maxconn")) {
      if (proxy.kind === "backend") continue;
      const own = settingOf(ownLines(proxy, "maxconn").at(-1), 0, integer);
      if (!own || own.value <= whole.value) continue;
      const who = titleOf(proxy);
      report(own.word.at, `maxconn ${own.value} of ${who} is never reached: global allows ${whole.value}`, {
        related: [{ at: whole.word.at, message: "the limit of the whole process" }],
      });
    }
  },
});
