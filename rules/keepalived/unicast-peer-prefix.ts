import { keepalived } from "../../parsers/keepalived/index.ts";
import { isWritten } from "../fix.ts";
import { modelRule } from "../rule.ts";

export const unicastPeerPrefix = modelRule({
  id: "keepalived/unicast-peer-prefix",
  severity: "warning",
  summary: "The address of a router must stand without a prefix",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const { unicastSrcIp, mcastSrcIp, unicastPeers } of vrrpInstances)
      for (const address of [unicastSrcIp, mcastSrcIp, ...unicastPeers.map(({ ip }) => ip)]) {
        const [sign] = /[-/]/.exec(address?.word.value ?? "") ?? [];
        if (!address || !sign) continue;
        const { at } = address.word;
        const fix = {
          title: `write ${address.value}`,
          safe: true,
          edits: [{ at, text: address.value }],
        };
        report(
          at,
          sign === "/"
            ? `the prefix of ${address.word.value} is ignored: a router is one address`
            : `${address.word.value} is ${address.value} alone: a router is one address`,
          isWritten(address.word) ? { fix } : {},
        );
      }
  },
});
