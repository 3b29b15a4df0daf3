import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { lacks, title } from "./statements.ts";

export const vipOtherInterface = modelRule({
  id: "keepalived/vip-other-interface",
  severity: "info",
  summary: "An advertised address should lie on the interface that the adverts use",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances, globals }, report) {
    for (const instance of vrrpInstances) {
      const device = instance.interface;
      if (!device || !lacks(instance, "garp_extra_if", "vmac_garp_intvl")) continue;
      if (
        globals.blocks.some(
          (block) => !lacks({ statement: block }, "vrrp_garp_extra_if", "vrrp_vmac_garp_intvl"),
        )
      )
        continue;
      for (const { ip, dev } of instance.virtualIps)
        if (ip && dev && dev.value !== device.value)
          report(
            dev.word.at,
            `${ip.value} lies on ${dev.value}, the adverts of ${title(instance)} use ${device.value}: they tell nothing of the network behind ${dev.value}`,
            {
              related: [{ at: device.word.at, message: "the adverts' interface" }],
            },
          );
    }
  },
});
