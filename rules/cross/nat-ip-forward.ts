import { balancedBy, targetsOf } from "../cluster/directors.ts";
import { mentions, methodOf } from "../cluster/real-servers.ts";
import { nodeRule } from "../rule.ts";

export const natIpForward = nodeRule({
  id: "cross/nat-ip-forward",
  severity: "error",
  summary: "A director with lb_kind NAT must forward packets",
  daemon: "silent",
  check(node, report) {
    const { sysctl, interfacesKnown } = node.facts;
    const set = sysctl.get("net.ipv4.ip_forward") ?? sysctl.get("net.ipv4.conf.all.forwarding");
    if (
      (!interfacesKnown && sysctl.size === 0) ||
      set?.value === "1" ||
      mentions(node, /ip_forward|forwarding/)
    )
      return;
    const [balanced] = balancedBy(node).filter((one) =>
      targetsOf(one).some((target) => target.ip.value.includes(".") && methodOf(one, target) === "NAT"),
    );
    if (!balanced) return;
    const at = balanced.server.kind?.word.at ?? balanced.server.statement.keyword.at;
    const message = "lb_kind NAT needs net.ipv4.ip_forward = 1, which";
    const end = ": packets between clients and real servers are dropped";
    if (set)
      report(set.at, `${message} is ${set.value} here${end}`, {
        related: [{ at, message: "a virtual server with NAT" }],
      });
    else report(at, `${message} no file sets${end}`);
  },
});
