import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { endpointsOf, servedBy } from "./services.ts";

export const opsWithoutUdp = modelRule({
  id: "lvs/ops-without-udp",
  severity: "warning",
  summary: "One packet scheduling needs UDP",
  daemon: "warns",
  format: keepalived,
  check(model, report) {
    for (const served of servedBy(model)) {
      const { ops, protocol } = served.service;
      if (!ops || !protocol || !/^(TCP|SCTP)$/i.test(protocol.value)) continue;
      if (endpointsOf(served).length === 0 || membersOf(served.service).taken.length === 0) continue;
      report(
        ops.statement.keyword.at,
        `ops is ignored: packets of one ${protocol.value} connection cannot go to several servers`,
        {
          related: [{ at: protocol.word.at, message: "the protocol" }],
        },
      );
    }
  },
});
