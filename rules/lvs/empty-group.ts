import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { headOf, isComplete } from "./servers.ts";

export const emptyGroup = modelRule({
  id: "lvs/empty-group",
  severity: "error",
  summary: "A virtual_server_group needs an entry",
  daemon: "rejects",
  format: keepalived,
  check({ virtualServerGroups }, report, { document }) {
    if (!document.whole) return;
    for (const group of virtualServerGroups) {
      if (!group.name || !isComplete(group) || group.entries.length > 0) continue;
      const lost = "keepalived removes it, and with it every virtual_server that names it";
      report(headOf(group), `virtual_server_group ${group.name.value} has no entries: ${lost}`);
    }
  },
});
