import { grouped } from "../../parsers/core/remembered.ts";
import type { Address } from "../../parsers/haproxy/address.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { bindsOf } from "./binds.ts";
import { serversAt } from "./listeners.ts";
import { chainOf, titleOf } from "./proxies.ts";
import { serverName } from "./servers.ts";

/** Whether all that this proxy receives ends in that one. */
export const leadsTo = (from: Proxy, to: Proxy): boolean => {
  if (from === to) return !from.rules.some(({ ruleset }) => ruleset === "use_backend");
  const chosen = chainOf(from).find(({ defaultBackend }) => defaultBackend)?.defaultBackend?.value;
  return (
    chosen !== undefined &&
    chosen === to.name?.value &&
    !from.rules.some(({ ruleset }) => ruleset === "use_backend")
  );
};

const isOwn = (server: Address, bind: Address): boolean => {
  if (!server.port || !bind.port || server.port.relative || server.port.low !== bind.port.low) return false;
  if (server.port.low === 0 || bind.port.high !== bind.port.low) return false;
  const loops = server.kind === "ip4" && server.host.startsWith("127.");
  return (
    (server.kind === bind.kind && server.host === bind.host && /^ip[46]$/.test(bind.kind)) ||
    (loops && bind.kind === "any")
  );
};

export const serverIsOwnListener = modelRule({
  id: "haproxy/server-is-own-listener",
  severity: "error",
  summary: "A server must not be the listener that its clients came through",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const bound = bindsOf(model).flatMap((placed) =>
      placed.bind.addresses.flatMap(({ port }) => (port ? [{ port: port.low, placed }] : [])),
    );
    for (const [port, binds] of grouped(bound, (one) => one.port))
      for (const { server, proxy } of serversAt(model).of(`:${port}`)) {
        const { address } = server;
        const own =
          address &&
          binds.find(
            ({ placed: { bind, proxy: from } }) =>
              bind.addresses.some((one) => isOwn(address, one)) && leadsTo(from, proxy),
          )?.placed;
        if (!own) continue;
        const message = `server ${serverName(server).value} is ${titleOf(own.proxy)} itself, which sends everything back here: connections go round until none are left`;
        report(address.at, message, {
          related: [
            { at: own.bind.word?.at ?? own.bind.statement.at, message: "listens on the same address" },
          ],
        });
      }
  },
});
