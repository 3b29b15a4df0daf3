import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const linkLossIgnored = modelRule({
  id: "keepalived/link-loss-ignored",
  severity: "info",
  summary: "An instance should give way when its interface loses the link",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const { dontTrackPrimary, interface: device } of vrrpInstances)
      if (dontTrackPrimary && !dontTrackPrimary.statement.args[0])
        report(
          dontTrackPrimary.statement.at,
          `the instance stays MASTER when ${device?.value ?? "its interface"} loses the link`,
        );
  },
});
