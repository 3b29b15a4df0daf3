import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { has, headOf, isComplete, titleOf } from "./servers.ts";
import { endpointsOf, servedBy } from "./services.ts";

export const ftpPersistence = modelRule({
  id: "lvs/ftp-persistence",
  severity: "info",
  summary: "An FTP service should be persistent",
  daemon: "silent",
  format: keepalived,
  check(model, report, { document }) {
    if (!document.whole) return;
    for (const served of servedBy(model)) {
      const { service } = served;
      if (!isComplete(service) || service.protocol?.value.toUpperCase() !== "TCP") continue;
      if (has(service, "persistence_timeout", "persistence_granularity")) continue;
      const ftp = endpointsOf(served).find(({ port }) => port === 21);
      if (ftp)
        report(
          headOf(ftp),
          `${titleOf(ftp)} has no persistence_timeout: FTP's data connections may go to another server`,
        );
    }
  },
});
