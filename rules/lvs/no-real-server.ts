import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { has, headOf, isComplete, titleOf } from "./servers.ts";
import { servedBy } from "./services.ts";

export const noRealServer = modelRule({
  id: "lvs/no-real-server",
  severity: "error",
  summary: "A virtual_server needs a real_server",
  daemon: "rejects",
  format: keepalived,
  check(model, report, { document }) {
    if (!document.whole) return;
    for (const { service } of servedBy(model))
      if (isComplete(service) && !has(service, "real_server"))
        report(headOf(service), `${titleOf(service)} has no real_server: keepalived ignores it`);
  },
});
