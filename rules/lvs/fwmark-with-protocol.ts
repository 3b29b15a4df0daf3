import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { titleOf } from "./servers.ts";
import { endpointsOf, marksOf, servedBy } from "./services.ts";

export const fwmarkWithProtocol = modelRule({
  id: "lvs/fwmark-with-protocol",
  severity: "warning",
  summary: "A service of a firewall mark has no protocol",
  daemon: "warns",
  format: keepalived,
  check(model, report) {
    for (const served of servedBy(model)) {
      const { service, entries } = served;
      const { protocol } = service;
      const onlyMarks = marksOf(served).length === (entries?.length ?? 1) && endpointsOf(served).length === 0;
      if (!protocol || !onlyMarks || membersOf(service).taken.length === 0) continue;
      report(
        protocol.statement.at,
        `protocol ${protocol.value} is ignored: ${titleOf(service)} takes every packet that carries the mark`,
      );
    }
  },
});
