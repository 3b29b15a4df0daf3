import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { type Check, checksOf, portAt } from "./servers.ts";

/** Ports on which a checker's protocol is not spoken, and what is. */
const strangers: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  HTTP_GET: { 443: "TLS", 25: "SMTP", 53: "DNS" },
  SSL_GET: { 80: "plain HTTP", 25: "SMTP", 53: "DNS" },
  SMTP_CHECK: { 80: "HTTP", 443: "TLS", 53: "DNS" },
};

export const checkerProtocol = modelRule({
  id: "lvs/checker-protocol",
  severity: "warning",
  summary: "A checker should speak the protocol of the service",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const check of checksOf(virtualServers)) {
      const { kind, statement } = check.checker;
      const why = misfit(check);
      if (why) report(statement.keyword.at, `${kind} ${why}`);
    }
  },
});

function misfit({ service, server, checker: { kind, connectPort } }: Check): string | undefined {
  const udp = service.protocol?.value.toUpperCase() === "UDP";
  if (kind === "TCP_CHECK" && udp && server.checkers.every((other) => other.kind === kind))
    return "says nothing of a UDP service: a server that answers no datagram counts as alive";
  const own = connectPort?.value ?? portAt(server.statement, 1);
  const port = own === 0 ? portAt(service.statement, 1) : own;
  const spoken = port && strangers[kind]?.[port];
  return spoken
    ? `on port ${port}, where ${spoken} is spoken: the check fails and the server is taken out`
    : undefined;
}
