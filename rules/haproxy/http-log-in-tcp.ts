import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { certain, chainOf, listens, running, titleOf } from "./proxies.ts";

const formats = /^(option (httplog|httpslog|tcplog)|log-format)$/;

export const httpLogInTcp = modelRule({
  id: "haproxy/http-log-in-tcp",
  scope: "section",
  severity: "warning",
  summary: "A proxy of mode tcp cannot log in the HTTP format",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      if (!listens(proxy) || proxy.mode !== "tcp") continue;
      const line = chainOf(proxy).flatMap(
        ({ statements }) =>
          statements.findLast(({ keyword, prefix }) => formats.test(keyword.value) && !prefix) ?? [],
      )[0];
      if (!line || !/^option https?log$/.test(line.keyword.value)) continue;
      const own = proxy.statements.includes(line);
      const at = own ? line.at : (proxy.name?.word.at ?? proxy.statement.keyword.at);
      report(at, `${line.keyword.value} becomes option tcplog in ${titleOf(proxy)}, which is of mode tcp`, {
        ...(own ? {} : { related: [{ at: line.at, message: "inherited" }] }),
        daemon: proxy.statement.branch ? "silent" : certain(line, "warns"),
      });
    }
  },
});
