import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { chainOf, running } from "./proxies.ts";
import { serversOf, unlessBranch } from "./servers.ts";

export const defaultBackendHidesServers = modelRule({
  id: "haproxy/default-backend-hides-servers",
  scope: "section",
  severity: "warning",
  summary: "The servers of a listen with a default_backend are never used",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      const [server] = serversOf(proxy);
      const chosen = chainOf(proxy).find(({ defaultBackend }) => defaultBackend)?.defaultBackend;
      if (proxy.kind !== "listen" || !server || !chosen) continue;
      const message = `default_backend ${chosen.value} takes every request: the servers of listen ${proxy.name?.value ?? ""} are never used`;
      report(chosen.statement.keyword.at, message, {
        related: [{ at: server.statement.keyword.at, message: "never used" }],
        ...unlessBranch(chosen.statement),
      });
    }
  },
});
