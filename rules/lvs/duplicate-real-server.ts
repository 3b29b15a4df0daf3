import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { headOf, titleOf } from "./servers.ts";
import { servedBy } from "./services.ts";

export const duplicateRealServer = modelRule({
  id: "lvs/duplicate-real-server",
  severity: "error",
  summary: "A virtual_server must name a real_server once",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const { service } of servedBy(model))
      for (const { server, first } of membersOf(service).duplicates)
        report(
          headOf(server),
          `${titleOf(server)} stands twice in ${titleOf(service)}: keepalived removes this one`,
          {
            related: [{ at: headOf(first), message: "the first one" }],
          },
        );
  },
});
