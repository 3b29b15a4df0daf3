import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { inside, title, within } from "./statements.ts";

const unicastWords = [
  "unicast_peer",
  "unicast_src_ip",
  "check_unicast_src",
  "old_unicast_checksum",
  "unicast_fault_no_peer",
];

export const unicastWithoutPeers = modelRule({
  id: "keepalived/unicast-without-peers",
  severity: "error",
  summary: "A unicast instance must have peers",
  daemon: "warns",
  format: keepalived,
  check({ vrrpInstances }, report, { document }) {
    if (!document.whole) return;
    for (const instance of vrrpInstances) {
      if (instance.unicastPeers.length > 0 || inside(instance).some(({ keyword }) => keyword.hole)) continue;
      const first = within(instance, ...unicastWords)[0];
      if (!first) continue;
      if (instance.unicastFaultNoPeer)
        report(first.keyword.at, `${title(instance)} has no unicast_peer: it stays in state FAULT`, {
          daemon: "silent",
        });
      else
        report(
          first.keyword.at,
          `${title(instance)} has ${first.keyword.value} and no peer: its adverts go out by multicast`,
        );
    }
  },
});
