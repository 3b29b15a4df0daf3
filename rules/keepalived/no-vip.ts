import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { familyAndVersion, isStrict, versionOf } from "./instance.ts";
import { inside, lacks, title, titleAt } from "./statements.ts";

export const noVip = modelRule({
  id: "keepalived/no-vip",
  severity: "error",
  summary: "A VRRP instance must have a virtual address",
  daemon: "warns",
  format: keepalived,
  check({ vrrpInstances, globals }, report, { document, targets }) {
    if (!document.whole) return;
    for (const instance of vrrpInstances) {
      if (instance.virtualIps.length > 0 || instance.noVirtualIpaddress) continue;
      if (!instance.statement.block || inside(instance).some(({ keyword }) => keyword.hole)) continue;
      const strict = isStrict(instance, globals, targets);
      const fatal =
        strict || versionOf(instance, globals, strict) === 3 || familyAndVersion(instance).family === 6;
      const where = lacks(instance, "virtual_ipaddress")
        ? titleAt(instance)
        : inside(instance).find(({ keyword }) => keyword.value === "virtual_ipaddress")!.keyword.at;
      report(
        where,
        `${title(instance)} has no virtual_ipaddress: ${fatal ? "keepalived starts no instance at all" : "nothing moves when its router fails"}`,
        {
          ...(fatal ? { daemon: "rejects" as const } : {}),
        },
      );
    }
  },
});
