import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";
import { checktypeOf, headOf, negotiates, serviceOf } from "./services.ts";

/** Services that ldirectord can check over IPv6 (ldirectord(8), IPv6). */
const supported = ["dns", "http", "https", "nntp", "none", "simpletcp", "sip"];

export const ipv6Check = modelRule({
  id: "ldirectord/ipv6-check",
  format: ldirectord,
  severity: "warning",
  summary: "A service on IPv6 must be checked in a way that ldirectord supports there",
  daemon: "silent",
  check({ virtuals }, report) {
    for (const service of virtuals.filter(({ family }) => family === 6)) {
      const type = checktypeOf(service);
      const spoken = serviceOf(service);
      const at = headOf(service);
      if (type === "ping")
        report(service.checktype!.word.at, "checktype ping is not supported for IPv6 services", {
          related: [{ at, message: "the IPv6 service" }],
        });
      else if (type && negotiates(type) && spoken && !supported.includes(spoken))
        report(
          service.service?.word.at ?? at,
          `checks of service ${spoken} are not supported for IPv6 services`,
        );
    }
  },
});
