import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { rangeOf } from "./addresses.ts";
import { familyAndVersion, isStrict } from "./instance.ts";

export const noLinkLocal = modelRule({
  id: "keepalived/no-link-local",
  severity: "warning",
  summary: "The first virtual address of an IPv6 instance should be link-local",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances, globals }, report, { targets }) {
    for (const instance of vrrpInstances) {
      const first = instance.virtualIps[0]?.ip;
      if (!first || familyAndVersion(instance).family !== 6 || instance.unicastPeers.length > 0) continue;
      if (!first.value.includes(":") || rangeOf(first.value) === "linkLocal") continue;
      const strict = isStrict(instance, globals, targets);
      report(
        first.word.at,
        `${first.word.value} is the first address of an IPv6 router and not link-local (fe80::/10), as RFC 5798 wants it`,
        {
          ...(strict ? { severity: "error" as const, daemon: "rejects" as const } : {}),
        },
      );
    }
  },
});
