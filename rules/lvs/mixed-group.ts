import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { isComplete } from "./servers.ts";
import { familyOfEntry } from "./services.ts";

export const mixedGroup = modelRule({
  id: "lvs/mixed-group",
  severity: "error",
  summary: "A group of IPv4 and IPv6 addresses needs a family for each fwmark",
  daemon: "rejects",
  format: keepalived,
  check({ virtualServerGroups }, report) {
    for (const group of virtualServerGroups) {
      if (!group.name || !isComplete(group)) continue;
      const families = new Set(group.entries.flatMap((entry) => familyOfEntry(entry) ?? []));
      const bare = group.entries.find(({ fwmark, statement }) => fwmark && statement.args.length === 1);
      if (families.size < 2 || !bare) continue;
      const name = group.name.value;
      report(
        bare.statement.at,
        `virtual_server_group ${name} has IPv4, IPv6 and a fwmark without inet or inet6: keepalived removes the group`,
      );
    }
  },
});
