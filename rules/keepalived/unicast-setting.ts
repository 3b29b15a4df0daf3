import { keepalived } from "../../parsers/keepalived/index.ts";
import { option, uint } from "../../parsers/keepalived/read.ts";
import { modelRule } from "../rule.ts";
import { has, inside } from "./statements.ts";

export const unicastSetting = modelRule({
  id: "keepalived/unicast-setting",
  severity: "error",
  summary: "Settings of multicast and of unicast must not be mixed",
  daemon: "rejects",
  format: keepalived,
  check({ vrrpInstances }, report, { document }) {
    for (const instance of vrrpInstances) {
      const { unicastPeers, unicastTtl, mcastDstIp, mcastSrcIp } = instance;
      const block = instance.unicastBlocks[0];
      for (const { statement } of unicastPeers) {
        const [low, high] = [option(statement, "min_ttl", uint), option(statement, "max_ttl", uint)];
        if (low && high && low.value > high.value && high.value <= 255)
          report(
            low.word.at,
            `min_ttl ${low.value} is above max_ttl ${high.value}: every advert of ${statement.keyword.value} is dropped`,
          );
      }
      if (unicastPeers.length === 0) {
        if (unicastTtl && document.whole && !inside(instance).some(({ keyword }) => keyword.hole))
          report(unicastTtl.statement.at, "unicast_ttl is ignored: there are no unicast peers", {
            daemon: "warns",
            severity: "warning",
          });
        continue;
      }
      const related = block ? [{ at: block.keyword.at, message: "the peers" }] : [];
      if (mcastDstIp)
        report(
          mcastDstIp.statement.at,
          "mcast_dst_ip is ignored: with unicast peers nothing goes out by multicast",
          { related },
        );
      if (mcastSrcIp && !has(instance, "unicast_src_ip"))
        report(mcastSrcIp.statement.keyword.at, "with unicast peers mcast_src_ip is what unicast_src_ip is", {
          daemon: "silent",
          severity: "info",
          related,
          fix: {
            title: "rename to unicast_src_ip",
            safe: true,
            edits: [{ at: mcastSrcIp.statement.keyword.at, text: "unicast_src_ip" }],
          },
        });
    }
  },
});
