import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { effectiveLines } from "./effective.ts";
import { rulesIn } from "./lookup.ts";
import { listens, takersOf } from "./proxies.ts";

export const monitorFailWithoutUri = modelRule({
  id: "haproxy/monitor-fail-without-uri",
  severity: "error",
  summary: "monitor fail needs a monitor-uri",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const {
      rule: { statement },
      proxy,
    } of rulesIn(model, "monitor fail")) {
      const takers = takersOf(proxy, model).filter(listens);
      const asked = ["monitor-uri", "monitor-net"];
      if (
        takers.length === 0 ||
        takers.some((one) => asked.some((word) => effectiveLines(one, word).length > 0))
      )
        continue;
      report(statement.keyword.at, "monitor fail without monitor-uri: nobody can ask, and it never fails");
    }
  },
});
