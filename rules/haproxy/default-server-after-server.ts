import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { proxiesWith } from "./lookup.ts";
import { titleOf } from "./proxies.ts";
import { serversOf } from "./servers.ts";

export const defaultServerAfterServer = modelRule({
  id: "haproxy/default-server-after-server",
  scope: "section",
  severity: "warning",
  summary: "default-server speaks for the servers below it only",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of proxiesWith(model, "default-server")) {
      const places = serversOf(proxy).map(({ statement }) => statement.at.start);
      proxy.defaultServers.forEach(({ statement }, i) => {
        const { start } = statement.at;
        const above = places.some((place) => place < start);
        const below = places.some((place) => place > start);
        if (!above || (below && i > 0)) return;
        const what = below ? "the servers above it" : `any server of ${titleOf(proxy)}: none stands below it`;
        report(statement.keyword.at, `default-server does not reach ${what}`);
      });
    }
  },
});
