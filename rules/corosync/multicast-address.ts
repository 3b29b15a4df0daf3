import { isIp, isIp4 } from "../../parsers/core/types.ts";
import { transportOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { modelRule } from "../rule.ts";

export const multicastAddress = modelRule({
  id: "corosync/multicast-address",
  severity: "error",
  summary: "mcastaddr must be a multicast address that no protocol has",
  format: corosync,
  daemon: "silent",
  check(model, report, { targets }) {
    const version = targets.corosync;
    for (const part of model.interfaces) {
      const set = textOf(part, "mcastaddr");
      if (!set) continue;
      const { value, word } = set;
      if (isIp(value) && !isMulticast(value)) {
        const used = transportOf(model, version) === "udp";
        report(
          word.at,
          `mcastaddr ${value} is no multicast address${used ? ": corosync does not start" : ""}`,
          {
            ...(used ? { daemon: "stops" as const } : {}),
          },
        );
      } else if (value.startsWith("224.0.0."))
        report(
          word.at,
          `mcastaddr ${value} belongs to the protocols of the link itself: take one of 239.0.0.0/8`,
          { severity: "warning" },
        );
      const broadcast = textOf(part, "broadcast");
      if (broadcast?.value === "yes")
        report(word.at, `mcastaddr has no effect beside broadcast: yes`, {
          severity: "warning",
          related: [{ at: broadcast.word.at, message: "the packets go here" }],
        });
    }
  },
});

const isMulticast = (value: string): boolean =>
  isIp4(value) ? /^2(?:2[4-9]|3\d)\./.test(value) : /^ff/i.test(value);
