import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { addLine } from "./edits.ts";
import { isPart } from "./effective.ts";
import { listens, running, serves, titleOf } from "./proxies.ts";
import { hasTimeout } from "./timeouts.ts";

const usual: Readonly<Record<string, string>> = { connect: "5s", client: "50s", server: "50s" };

/** The timeouts that haproxy misses in this proxy (src/cfgparse.c check_config_validity()). */
function missingOf(proxy: Proxy): string[] {
  const busy = proxy.servers.length + proxy.templates.length > 0;
  const server = hasTimeout(proxy, "server") || (proxy.mode !== "http" && hasTimeout(proxy, "tunnel"));
  return [
    ...(serves(proxy) && busy && !hasTimeout(proxy, "connect") ? ["connect"] : []),
    ...(listens(proxy) && !hasTimeout(proxy, "client") ? ["client"] : []),
    ...(serves(proxy) && busy && !server ? ["server"] : []),
  ];
}

export const timeoutsMissing = modelRule({
  id: "haproxy/timeouts-missing",
  scope: "section",
  severity: "warning",
  summary: "A proxy needs its client, connect and server timeouts",
  daemon: "warns",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole || isPart(model)) return;
    for (const proxy of running(model)) {
      const missing = missingOf(proxy);
      if (missing.length === 0 || proxy.mode === "log" || proxy.mode === undefined) continue;
      const at = (proxy.name?.word ?? proxy.statement.keyword).at;
      const names = missing.map((name) => `timeout ${name}`);
      report(
        at,
        `${titleOf(proxy)} has no ${names.join(" and no ")}: a peer that falls silent is kept for ever`,
        {
          fix: {
            title: `add ${names.join(", ")}`,
            safe: false,
            edits: missing.map((name) => addLine(proxy.statement, `timeout ${name} ${usual[name]}`)),
          },
        },
      );
    }
  },
});
