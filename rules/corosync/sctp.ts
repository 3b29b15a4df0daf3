import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { modelRule } from "../rule.ts";

export const sctp = modelRule({
  id: "corosync/sctp",
  severity: "warning",
  summary: "sctp under knet should give way to udp",
  format: corosync,
  daemon: "silent",
  check({ interfaces }, report) {
    for (const part of interfaces) {
      const set = textOf(part, "knet_transport");
      if (set?.value === "sctp")
        report(set.word.at, "knet_transport sctp is deprecated and needs a kernel with SCTP");
    }
  },
});
