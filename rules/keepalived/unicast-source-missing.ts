import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { lacks, title } from "./statements.ts";

export const unicastSourceMissing = modelRule({
  id: "keepalived/unicast-source-missing",
  severity: "warning",
  summary: "A unicast instance should state its source address",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report, { document }) {
    if (!document.whole) return;
    for (const instance of vrrpInstances) {
      const block = instance.unicastBlocks[0];
      if (
        !block ||
        instance.unicastPeers.length === 0 ||
        !lacks(instance, "unicast_src_ip", "mcast_src_ip", "use_ipvlan")
      )
        continue;
      report(
        block.keyword.at,
        `${title(instance)} has no unicast_src_ip: the kernel picks an address, which the peers need not expect`,
      );
    }
  },
});
