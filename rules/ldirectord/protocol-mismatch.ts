import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";
import { headOf } from "./services.ts";

export const protocolMismatch = modelRule({
  id: "ldirectord/protocol-mismatch",
  format: ldirectord,
  severity: "error",
  summary: "The protocol is tcp or udp for an address and fwm for a firewall mark",
  daemon: "rejects",
  check({ virtuals }, report) {
    for (const service of virtuals) {
      const { protocol, mark, host } = service;
      if (!protocol || (!mark && !host)) continue;
      const fits = (protocol.value === "fwm") === (mark !== undefined);
      if (fits) continue;
      const what = mark ? `the firewall mark ${mark.value}` : `the address ${host!.value}`;
      const takes = mark ? "takes fwm only" : "takes tcp or udp";
      report(protocol.word.at, `protocol ${protocol.value} here: ${what} ${takes}`, {
        related: [{ at: headOf(service), message: "the virtual service" }],
      });
    }
  },
});
