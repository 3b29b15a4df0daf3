import { apache } from "../../parsers/apache/index.ts";
import type { Endpoint, Listen } from "../../parsers/apache/model.ts";
import { isIp } from "../../parsers/core/types.ts";
import { modelRule } from "../rule.ts";

export const unheardVirtualHost = modelRule({
  id: "apache/unheard-virtual-host",
  format: apache,
  severity: "error",
  summary: "A virtual host must be on an address and port that Apache listens on",
  daemon: "silent",
  check({ listens, virtualHosts, vague }, report, { document }) {
    if (vague || !document.whole || !document.root || listens.length === 0) return;
    for (const { endpoints } of virtualHosts)
      for (const endpoint of endpoints) {
        if (endpoint.port === undefined || listens.some((listen) => hears(listen, endpoint))) continue;
        const samePort = listens.find(({ port }) => port === endpoint.port);
        report(
          endpoint.word.at,
          samePort
            ? `Apache listens on ${samePort.word.value} only: no request comes to ${endpoint.word.value}`
            : `no Listen ${endpoint.port}: no request comes to ${endpoint.word.value}`,
          { related: [{ at: (samePort ?? listens[0]!).word.at, message: "what Apache listens on" }] },
        );
      }
  },
});

/** A host's name may be any address. */
const hears = (listen: Listen, { host, port }: Endpoint): boolean =>
  listen.port === port &&
  (host === undefined ||
    listen.host === undefined ||
    listen.host === host ||
    !isIp(listen.host) ||
    !isIp(host));
