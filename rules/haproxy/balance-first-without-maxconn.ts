import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { chainOf, running, serverOption, serves } from "./proxies.ts";
import { isOpen, serverName, serversOf } from "./servers.ts";

export const balanceFirstWithoutMaxconn = modelRule({
  id: "haproxy/balance-first-without-maxconn",
  scope: "section",
  severity: "error",
  summary: "balance first moves on only when a server's maxconn is reached",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      const balance = chainOf(proxy).find((one) => one.balance)?.balance;
      const servers = serversOf(proxy);
      if (!serves(proxy) || balance?.algorithm !== "first" || servers.length < 2 || servers.some(isOpen))
        continue;
      const endless = servers.slice(0, -1).find((server) => !serverOption(server, "maxconn"));
      if (!endless) continue;
      const { word, value } = serverName(endless);
      report(
        word.at,
        `server ${value} has no maxconn: with balance first the servers after it get no client`,
        {
          related: [{ at: balance.statement.keyword.at, message: "fills one server before the next" }],
        },
      );
    }
  },
});
