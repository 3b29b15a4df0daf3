import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { calledOf } from "./links.ts";
import { settledRule } from "./settled.ts";

export const deviceHost = settledRule({
  id: "corosync/device-host",
  severity: "error",
  summary: "The qnetd server must not be a member of the cluster",
  format: corosync,
  daemon: "silent",
  check({ net, nodes }, report) {
    const host = textOf(net, "host");
    if (!host) return;
    const member = nodes.find(
      ({ name, addresses }) =>
        name?.value === host.value || addresses.some(({ value }) => value === host.value),
    );
    if (member)
      report(
        host.word.at,
        `${host.value} is a node of the cluster: when it fails, the device's vote is lost with it`,
        {
          related: [{ at: member.statement.keyword.at, message: `the node ${calledOf(member)}` }],
        },
      );
  },
});
