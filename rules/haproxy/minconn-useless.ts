import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { effectiveLines } from "./effective.ts";
import { serversWith } from "./lookup.ts";
import { serverOption, titleOf } from "./proxies.ts";
import { isOpen, serverName } from "./servers.ts";

export const minconnUseless = modelRule({
  id: "haproxy/minconn-useless",
  scope: "section",
  severity: "warning",
  summary: "minconn needs a maxconn, and a fullconn that says when it is reached",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { server, proxy } of serversWith(model, "minconn")) {
      const minconn = serverOption(server, "minconn");
      if (!minconn || isOpen(server)) continue;
      const who = `minconn of server ${serverName(server).value}`;
      if (!serverOption(server, "maxconn"))
        report(minconn.word.at, `${who} without maxconn: it becomes the fixed limit`);
      else if (effectiveLines(proxy, "fullconn").length === 0)
        report(
          minconn.word.at,
          `${who} without fullconn in ${titleOf(proxy)}: the load at which maxconn is reached is guessed from the frontends`,
          { severity: "info" },
        );
    }
  },
});
