import { keepalived } from "../../parsers/keepalived/index.ts";
import { familyOf } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { addressesOf } from "./addresses.ts";

export const vipLabel = modelRule({
  id: "keepalived/vip-label",
  severity: "warning",
  summary: "The label of an address must begin with its interface",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const instance of vrrpInstances)
      for (const { ip, label, dev } of addressesOf(instance)) {
        const device = (dev ?? instance.interface)?.value;
        if (!label || !device || (ip && familyOf(ip.value) === 6)) continue;
        if (label.value === device || label.value.startsWith(`${device}:`)) continue;
        report(
          label.word.at,
          `label ${label.value} is not ${device}:…: tools that look for ${device} by its label do not find the address`,
        );
      }
  },
});
