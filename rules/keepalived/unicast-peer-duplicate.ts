import { keepalived } from "../../parsers/keepalived/index.ts";
import { plainIp } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { verdictSince } from "./statements.ts";

export const unicastPeerDuplicate = modelRule({
  id: "keepalived/unicast-peer-duplicate",
  severity: "error",
  summary: "A peer must stand in the list once",
  daemon: [{ since: "2.3.3", verdict: "rejects" }, { verdict: "silent" }],
  format: keepalived,
  check({ vrrpInstances }, report, { targets }) {
    for (const { unicastPeers } of vrrpInstances)
      for (const [i, { ip }] of unicastPeers.entries()) {
        const before =
          ip &&
          unicastPeers.slice(0, i).find((peer) => peer.ip && plainIp(peer.ip.value) === plainIp(ip.value));
        if (before)
          report(ip.word.at, `peer ${ip.value} stands twice: it gets every advert twice`, {
            related: [{ at: before.statement.keyword.at, message: "the first time" }],
            daemon: verdictSince(targets, "2.3.3", "rejects"),
          });
      }
  },
});
