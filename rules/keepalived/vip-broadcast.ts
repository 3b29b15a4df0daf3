import { isIp4 } from "../../parsers/core/types.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { familyOf } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { allAddresses, broadcastOf, networkOf, prefixOf } from "./addresses.ts";

export const vipBroadcast = modelRule({
  id: "keepalived/vip-broadcast",
  severity: "warning",
  summary: "A broadcast address must be the one of the address's network",
  daemon: "silent",
  format: keepalived,
  check(model, report) {
    for (const address of allAddresses(model)) {
      const { ip, brd, peer } = address;
      if (!ip || !brd || familyOf(ip.value) === 6) continue;
      const prefix = prefixOf(address);
      if (peer)
        report(brd.word.at, `brd ${brd.value} is ignored: an address with a peer has no broadcast address`, {
          severity: "error",
          daemon: "rejects",
        });
      else if (prefix > 30 && !isIp4(brd.value))
        report(brd.word.at, `brd ${brd.value} makes no broadcast address: a /${prefix} has none`, {
          severity: "error",
          daemon: "rejects",
        });
      else if (isIp4(brd.value) && prefix <= 30 && brd.value !== broadcastOf(ip.value, prefix))
        report(
          brd.word.at,
          `the broadcast address of ${networkOf(ip.value, prefix)}/${prefix} is ${broadcastOf(ip.value, prefix)}, not ${brd.value}`,
          {
            fix: { title: "let keepalived work it out", safe: true, edits: [{ at: brd.word.at, text: "+" }] },
          },
        );
    }
  },
});
