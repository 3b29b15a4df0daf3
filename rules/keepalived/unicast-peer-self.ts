import { keepalived } from "../../parsers/keepalived/index.ts";
import { plainIp } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";

export const unicastPeerSelf = modelRule({
  id: "keepalived/unicast-peer-self",
  severity: "error",
  summary: "A router must not be its own peer",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const { unicastSrcIp, mcastSrcIp, unicastPeers } of vrrpInstances) {
      const source = unicastSrcIp ?? mcastSrcIp;
      for (const { ip, statement } of unicastPeers)
        if (source && ip && plainIp(source.value) === plainIp(ip.value))
          report(
            ip.word.at,
            `${ip.value} is the router's own address: it hears its own adverts as another router's`,
            {
              related: [{ at: source.word.at, message: "the source of its adverts" }],
              fix: { title: "delete the peer", safe: true, edits: [{ at: statement.at, text: "" }] },
            },
          );
    }
  },
});
