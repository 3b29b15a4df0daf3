import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const interfaceLoopback = modelRule({
  id: "keepalived/interface-loopback",
  severity: "error",
  summary: "A VRRP instance must not run on the loopback interface",
  daemon: "rejects",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const { interface: device } of vrrpInstances)
      if (device?.value === "lo")
        report(device.word.at, "no other router hears an advert on lo: the interface is ignored");
  },
});
