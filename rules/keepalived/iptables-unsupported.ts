import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { within } from "./statements.ts";

export const iptablesUnsupported = modelRule({
  id: "keepalived/iptables-unsupported",
  severity: "info",
  summary: "nftables should be used instead of vrrp_iptables",
  daemon: "warns",
  format: keepalived,
  check({ globals }, report) {
    for (const statement of globals.blocks)
      for (const { keyword } of within({ statement }, "vrrp_iptables"))
        report(
          keyword.at,
          "vrrp_iptables: where keepalived is built without iptables, as in Debian 12, it uses nftables instead",
        );
  },
});
