import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { within } from "./statements.ts";

export const vrfIgnored = modelRule({
  id: "keepalived/vrf-ignored",
  severity: "error",
  summary: "vrf must not stand after an interface",
  daemon: "rejects",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const instance of vrrpInstances) {
      const settings = within(instance, "interface", "vrf");
      const [own] = settings.filter(({ keyword, args }) => keyword.value === "interface" && args.length > 0);
      const vrf = own && settings.slice(settings.indexOf(own)).find(({ keyword }) => keyword.value === "vrf");
      if (vrf)
        report(vrf.at, "vrf is ignored: the instance has an interface", {
          related: [{ at: own.at, message: "the interface" }],
        });
    }
  },
});
