import type { Address } from "../../parsers/haproxy/address.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { isLocal, optionNamed } from "./binds.ts";
import { type Listener, listenersOf } from "./listeners.ts";
import { running, serves, titleOf } from "./proxies.ts";
import { type AnyServer, isOn, isOpen, serverName, serversOf } from "./servers.ts";

export const proxyProtocolMismatch = modelRule({
  id: "haproxy/proxy-protocol-mismatch",
  severity: "error",
  summary:
    "A server that is a listener of this haproxy must send the PROXY protocol where that listener expects it",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const listeners = byPlace(listenersOf(model));
    for (const proxy of running(model)) {
      if (!serves(proxy)) continue;
      for (const server of serversOf(proxy)) {
        const { address, addressWord, statement } = server;
        if (!address || addressWord?.hole || statement.branch || isOpen(server)) continue;
        const listener = listeners.get(placeOf(address))?.find((one) => isSame(address, one.address));
        if (!listener || listener.bind.statement.branch || expects(listener.proxy)) continue;
        const sends = sending(server);
        const accepts = optionNamed(listener.bind, "accept-proxy") !== undefined;
        if (sends === undefined ? !accepts : accepts) continue;
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
    }
  },
});

/** Its port, or the path of a socket. */
const placeOf = ({ kind, host, port }: Address): string => (kind === "path" ? host : `:${port?.low ?? ""}`);

function byPlace(listeners: readonly Listener[]): ReadonlyMap<string, readonly Listener[]> {
  const found = new Map<string, Listener[]>();
  for (const one of listeners) {
    const place = placeOf(one.address);
    const same = found.get(place);
    if (same) same.push(one);
    else found.set(place, [one]);
  }
  return found;
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
