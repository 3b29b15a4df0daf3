import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { addressesOf } from "./addresses.ts";
import { isSince, lacks, title, titleAt } from "./statements.ts";

export const interfaceMissing = modelRule({
  id: "keepalived/interface-missing",
  severity: "error",
  summary: "A VRRP instance must have an interface",
  daemon: "rejects",
  format: keepalived,
  check({ vrrpInstances }, report, { document, targets }) {
    if (!document.whole) return;
    for (const instance of vrrpInstances) {
      if (!lacks(instance, "interface")) continue;
      const unicast = instance.unicastPeers.length > 0 && !lacks(instance, "unicast_src_ip", "mcast_src_ip");
      if (unicast && isSince(targets, "2.2.8")) {
        for (const { ip, dev, statement } of addressesOf(instance))
          if (ip && !dev && !statement.args.some(({ hole }) => hole))
            report(
              ip.word.at,
              `${ip.value} has no dev and ${title(instance)} no interface: keepalived removes it`,
            );
        continue;
      }
      report(titleAt(instance), `${title(instance)} has no interface: keepalived starts no instance at all`);
    }
  },
});
