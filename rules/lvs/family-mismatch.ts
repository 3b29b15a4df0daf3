import { keepalived } from "../../parsers/keepalived/index.ts";
import { familyOf } from "../cluster/net.ts";
import { blockEnd } from "../related.ts";
import { modelRule, type Report } from "../rule.ts";
import { membersOf } from "./members.ts";
import { headOf, isRead, titleOf } from "./servers.ts";
import { familyOfEntry, linkedBy, type Served, strangerOf } from "./services.ts";

export const familyMismatch = modelRule({
  id: "lvs/family-mismatch",
  severity: "error",
  summary: "A server must be of the address family of its virtual_server, unless by TUN",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const service of model.virtualServers.filter(isRead)) {
      const { foreign, contradiction, family } = membersOf(service);
      for (const server of foreign)
        report(
          server.ip!.word.at,
          `${server.ip!.value} is IPv${familyOf(server.ip!.value)} and ${titleOf(service)} is IPv${family}: keepalived leaves it out`,
          { related: blockEnd(server.statement, "keepalived notices here, where the server ends") },
        );
      if (contradiction)
        report(
          contradiction.at,
          `ip_family ${contradiction.value} is ignored: ${titleOf(service)} is IPv${family}`,
        );
    }
    for (const served of linkedBy(model)) checkGroup(served, report);
  },
});

/** keepalived says so in its log only, and goes on without the virtual_server. */
function checkGroup(served: Served, report: Report): void {
  const { service } = served;
  const stranger = strangerOf(served);
  if (!stranger) return;
  const { family } = membersOf(service);
  const found = familyOfEntry(stranger);
  report(
    headOf(service),
    `the servers of ${titleOf(service)} are IPv${family} and ${titleOf(stranger)} is IPv${found}: keepalived ignores the virtual_server`,
    { related: [{ at: stranger.statement.at, message: `IPv${found}` }], daemon: "silent" },
  );
}
