import { keepalived } from "../../parsers/keepalived/index.ts";
import { familyOf } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { addressesOf } from "./addresses.ts";

const narrow: ReadonlySet<string> = new Set(["host", "link", "nowhere", "253", "254", "255"]);

export const vipScope = modelRule({
  id: "keepalived/vip-scope",
  severity: "warning",
  summary: "A virtual address for clients should have global scope",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const { ip, scope } of vrrpInstances.flatMap(addressesOf))
      if (ip && scope && familyOf(ip.value) === 4 && narrow.has(scope.value))
        report(
          scope.word.at,
          `scope ${scope.value}: the router does not use ${ip.value} as a source towards other networks`,
        );
  },
});
