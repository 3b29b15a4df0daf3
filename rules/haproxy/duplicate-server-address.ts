import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Server } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { running, titleOf } from "./proxies.ts";
import { isBackup, isStopped } from "./servers.ts";

/** Options by which the same address leads to different places. */
const divides = /^(namespace|source|interface|sni|socks4|check-sni|proto|send-proxy.*|ws)$/;

const keyOf = ({ address, options }: Server): string | undefined => {
  if (!address || address.faults.length > 0 || address.kind === "any" || address.kind === "fd")
    return undefined;
  const apart = options
    .filter(({ name }) => divides.test(name))
    .map(({ name, args }) => `${name} ${args[0]?.value}`);
  const port = address.port ? `${address.port.relative ? "+" : ""}${address.port.low}` : "";
  return `${address.family ?? ""} ${address.host} ${port} ${apart.sort().join(" ")}`;
};

export const duplicateServerAddress = modelRule({
  id: "haproxy/duplicate-server-address",
  scope: "section",
  severity: "warning",
  summary: "Two servers of a proxy with one address are one server",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      const seen = new Map<string, Server>();
      for (const server of proxy.servers) {
        const key = keyOf(server);
        const first = key === undefined ? undefined : seen.get(key);
        if (key !== undefined && !first) seen.set(key, server);
        if (!first || isStopped(server) || isStopped(first) || exclusive(first.statement, server.statement))
          continue;
        const { value } = server.addressWord!;
        const why =
          isBackup(server) === isBackup(first)
            ? "it gets two shares and fails twice"
            : "the backup falls with it";
        report(
          server.addressWord!.at,
          `server ${server.name.value} of ${titleOf(proxy)} is ${value}, as is ${first.name.value}: ${why}`,
          {
            related: [{ at: first.addressWord!.at, message: "the first one" }],
          },
        );
      }
    }
  },
});
