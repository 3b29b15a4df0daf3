import { compareVersions } from "../../parsers/core/schema.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Entity } from "../../parsers/keepalived/model.ts";
import { modelRule } from "../rule.ts";
import { headOf, portAt, titleOf } from "./servers.ts";
import { type Endpoint, endpointsOf, servedBy, targetsOf } from "./services.ts";

/** The version that began to compare the ports. */
const comparedSince = "2.0.15";

export const portMismatch = modelRule({
  id: "lvs/port-mismatch",
  severity: "error",
  summary: "With DR and TUN a server must listen on the port of its virtual_server",
  daemon: [{ since: comparedSince, verdict: "warns" }, { verdict: "silent" }],
  format: keepalived,
  check(model, report, { targets }) {
    const { keepalived: version } = targets;
    const compared = !version || compareVersions(version, comparedSince) >= 0;
    for (const served of servedBy(model)) {
      const endpoints = endpointsOf(served);
      for (const { server, method, sorry } of targetsOf(served.service)) {
        const other = otherPort(server, endpoints);
        if (!other || method === "NAT" || !method) continue;
        const wanted = other.port === 0 ? "every port" : `port ${other.port}`;
        const result = `${method} leaves the port of a packet as it is`;
        report(
          server.statement.args[1]!.at,
          `${titleOf(server)} does not listen on ${wanted} of ${titleOf(other)}: ${result}`,
          {
            related: [{ at: headOf(other), message: "the address that clients use" }],
            ...(served.entries && !sorry && compared ? { daemon: "rejects" as const } : {}),
          },
        );
      }
    }
  },
});

/** The first address of the service with another port than the server's. A server without a port takes the service's. */
function otherPort({ statement }: Entity, endpoints: readonly Endpoint[]): Endpoint | undefined {
  const port = portAt(statement, 1);
  return port ? endpoints.find((one) => one.port !== port) : undefined;
}
