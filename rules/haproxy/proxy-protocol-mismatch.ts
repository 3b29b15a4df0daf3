import { grouped } from "../../parsers/core/remembered.ts";
import type { Address } from "../../parsers/haproxy/address.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule, type Report } from "../rule.ts";
import { isLocal, optionNamed } from "./binds.ts";
import { type Listener, listenersOf, placeOf, serversAt } from "./listeners.ts";
import { titleOf } from "./proxies.ts";
import { type AnyServer, isOn, isOpen, serverName } from "./servers.ts";

export const proxyProtocolMismatch = modelRule({
  id: "haproxy/proxy-protocol-mismatch",
  severity: "error",
  summary:
    "A server that is a listener of this haproxy must send the PROXY protocol where that listener expects it",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const [place, listeners] of grouped(listenersOf(model), ({ address }) => placeOf(address)))
      for (const { server } of serversAt(model).of(place)) compare(server, listeners, report);
  },
});

/** With the first listener that all connections of this server come to. */
function compare(server: AnyServer, listeners: readonly Listener[], report: Report): void {
  const { address, addressWord, statement } = server;
  if (!address || addressWord?.hole || statement.branch || isOpen(server)) return;
  const listener = listeners.find((one) => isSame(address, one.address));
  if (!listener || listener.bind.statement.branch || expects(listener.proxy)) return;
  const sends = sending(server);
  const accepts = optionNamed(listener.bind, "accept-proxy") !== undefined;
  if (sends === undefined ? !accepts : accepts) return;
  const { value, word } = serverName(server);
  const other = titleOf(listener.proxy);
  report(
    sends?.word.at ?? word.at,
    sends
      ? `server ${value} begins each connection with the PROXY protocol, which ${other} does not expect: it takes that for the client's first bytes`
      : `${other} waits for the PROXY protocol, which server ${value} does not send: it closes each connection`,
    { related: [{ at: listener.address.at, message: "the listener" }] },
  );
}

/** A connection to the one surely comes to the other. */
function isSame(server: Address, bind: Address): boolean {
  if (server.kind === "path" || bind.kind === "path")
    return server.kind === bind.kind && server.host === bind.host && server.family === bind.family;
  if (!server.port || server.port.relative || server.port.low === 0) return false;
  if (bind.port?.low !== bind.port?.high) return false;
  if (bind.kind === "any") return isLocal(server) && server.kind === "ip4" && !bind.family?.endsWith("6");
  return server.kind === bind.kind && server.host === bind.host && /^ip[46]$/.test(bind.kind);
}

const kinds = ["send-proxy", "send-proxy-v2", "send-proxy-v2-ssl", "send-proxy-v2-ssl-cn"];

/** The option that makes it send. */
const sending = (server: AnyServer) =>
  [...server.options, ...server.inherited].find(({ name }) => kinds.includes(name) && isOn(server, name));

/** A rule decides for each connection whether it expects the header. */
const expects = ({ rules }: Proxy): boolean => rules.some(({ action }) => action === "expect-proxy");
