import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { hidesLines } from "./answers.ts";
import { listens, running, titleOf } from "./proxies.ts";

export const frontendWithoutBind = modelRule({
  id: "haproxy/frontend-without-bind",
  scope: "section",
  severity: "warning",
  summary: "A frontend that binds no address never receives anything",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      if (!listens(proxy) || proxy.binds.length > 0 || hidesLines(proxy)) continue;
      const title = titleOf(proxy);
      report(
        (proxy.name?.word ?? proxy.statement.keyword).at,
        `${title} has no bind line: nothing ever reaches it`,
      );
    }
  },
});
