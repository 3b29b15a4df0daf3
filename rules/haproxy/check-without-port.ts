import type { Span } from "../../parsers/core/source.ts";
import type { Address } from "../../parsers/haproxy/address.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { oneAddress } from "../../parsers/haproxy/modelParts.ts";
import { modelRule } from "../rule.ts";
import { connects } from "./checks.ts";
import { serversWith } from "./lookup.ts";
import { isSrv } from "./names.ts";
import { serverOption } from "./proxies.ts";
import { type AnyServer, isOn, isOpen, serverName, unlessBranch } from "./servers.ts";

export const checkWithoutPort = modelRule({
  id: "haproxy/check-without-port",
  scope: "section",
  severity: "error",
  summary: "A server that is checked needs a port to check",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { server, proxy } of serversWith(model, "check", "agent-check")) {
      const { address, addressWord, statement } = server;
      if (!address || !addressWord || address.faults.length > 0 || isOpen(server)) continue;
      const name = serverName(server).value;
      const missing = connects(proxy) ? undefined : unported(server, address);
      if (missing && isOn(server, "check")) {
        const why = address.port?.relative ? "only a shift of the client's port" : "no port";
        const message = `server ${name} is checked but has ${why}`;
        if (missing.refused)
          report(missing.at, `${message}: which port to check is not said`, unlessBranch(statement));
        else report(missing.at, `${message}: the check asks port 0 and fails`, late);
      }
      if (isOn(server, "agent-check") && !serverOption(server, "agent-port"))
        report(addressWord.at, `server ${name} has agent-check but no agent-port`, unlessBranch(statement));
    }
  },
});

const late = { severity: "warning", daemon: "silent" } as const;

/** What a check without a port asks; refused before it is looked up, if it is known by then (src/check.c init_srv_check()). */
interface Unported {
  readonly at: Span;
  readonly refused: boolean;
}

function unported(server: AnyServer, address: Address): Unported | undefined {
  const word = serverOption(server, "addr")?.args[0];
  const other = oneAddress(word);
  if (serverOption(server, "port") || hasPort(address) || (other && hasPort(other))) return undefined;
  if (word && other && /^(ip4|ip6|name)$/.test(other.kind)) return { at: word.at, refused: true };
  if (other || isElsewhere(address) || isSrv(address)) return undefined;
  return { at: server.addressWord!.at, refused: isIp(address) && !/^[0.:]+$/.test(address.host) };
}

const hasPort = ({ port }: Address): boolean => port !== undefined && !port.relative && port.low > 0;
const isElsewhere = ({ kind, family }: Address): boolean =>
  kind === "path" || kind === "fd" || family === "rhttp";
const isIp = ({ kind }: Address): boolean => kind === "ip4" || kind === "ip6";
