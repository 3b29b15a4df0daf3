import { compareVersions } from "../../parsers/core/schema.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Entity } from "../../parsers/keepalived/model.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { headOf, methodOf, portAt, sorryMethodOf, titleOf } from "./servers.ts";
import { type Endpoint, endpointsOf, type Served, servedBy } from "./services.ts";

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
      for (const { server, method, real } of servers(served)) {
        const other = otherPort(server, endpointsOf(served));
        if (!other || method === "NAT" || !method) continue;
        const wanted = other.port === 0 ? "every port" : `port ${other.port}`;
        const result = `${method} leaves the port of a packet as it is`;
        report(
          server.statement.args[1]!.at,
          `${titleOf(server)} does not listen on ${wanted} of ${titleOf(other)}: ${result}`,
          {
            related: [{ at: headOf(other), message: "the address that clients use" }],
            ...(served.entries && real && compared ? { daemon: "rejects" as const } : {}),
          },
        );
      }
    }
  },
});

/** The real servers and the sorry server, each with its method. */
function servers({
  service,
}: Served): { server: Entity; method: ReturnType<typeof methodOf>; real: boolean }[] {
  const { sorryServer } = service;
  const real = membersOf(service).taken.map((server) => ({
    server,
    method: methodOf(service, server),
    real: true,
  }));
  const sorry = sorryServer?.ip ? [{ server: sorryServer, method: sorryMethodOf(service), real: false }] : [];
  return [...real, ...sorry];
}

/** The first address of the service with another port than the server's. A server without a port takes the service's. */
function otherPort({ statement }: Entity, endpoints: readonly Endpoint[]): Endpoint | undefined {
  const port = portAt(statement, 1);
  return port ? endpoints.find((one) => one.port !== port) : undefined;
}
