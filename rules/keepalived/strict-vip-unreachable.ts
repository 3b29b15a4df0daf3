import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { isStrict, owner, priorityOf, versionOf } from "./instance.ts";
import { title, titleAt } from "./statements.ts";

export const strictVipUnreachable = modelRule({
  id: "keepalived/strict-vip-unreachable",
  severity: "error",
  summary: "Strict mode must come with accept, or no client reaches the virtual address",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances, globals }, report, { targets }) {
    const told = new Set<unknown>();
    for (const instance of vrrpInstances) {
      if (!isStrict(instance, globals, targets) || instance.virtualIps.length === 0) continue;
      const priority = priorityOf(instance);
      if (priority === undefined || priority === owner) continue;
      const version = versionOf(instance, globals, true);
      if (instance.accept && !instance.noAccept && version === 3) continue;
      const strict = instance.strictMode ?? globals.vrrpStrict;
      if (!strict || told.has(strict)) continue;
      told.add(strict);
      report(
        strict.statement.at,
        `${strict.statement.keyword.value} drops every packet to the addresses of ${title(instance)}: only an owner with priority 255 ${version === 3 ? "or accept" : "(or version 3 with accept)"} lets clients in`,
        {
          related: [
            { at: titleAt(instance), message: `priority ${priority}${instance.accept ? "" : ", no accept"}` },
          ],
        },
      );
    }
  },
});
