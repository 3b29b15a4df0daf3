import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { headOf } from "./servers.ts";
import { marksOf, servedBy } from "./services.ts";

export const fwmarkWithHaSuspend = modelRule({
  id: "lvs/fwmark-with-ha-suspend",
  severity: "warning",
  summary: "ha_suspend needs a virtual_server with an address",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const served of servedBy(model)) {
      const [mark] = marksOf(served);
      const { haSuspend } = served.service;
      if (!mark || !haSuspend || membersOf(served.service).taken.length === 0) continue;
      report(
        haSuspend.statement.keyword.at,
        "ha_suspend is ignored: a firewall mark has no address whose loss could suspend the checks",
        { related: [{ at: headOf(mark), message: "the mark" }] },
      );
    }
  },
});
