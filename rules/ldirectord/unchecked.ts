import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";
import { checktypeOf, headOf, serviceOf, titleOf } from "./services.ts";

export const unchecked = modelRule({
  id: "ldirectord/unchecked",
  format: ldirectord,
  severity: "warning",
  summary: "A virtual service that negotiates must say what it speaks where its port does not",
  daemon: "silent",
  check({ virtuals }, report) {
    for (const service of virtuals) {
      if (service.settings.has("service") || service.reals.length === 0) continue;
      if (checktypeOf(service) !== "negotiate" || serviceOf(service) !== "none") continue;
      report(
        service.checktype?.word.at ?? headOf(service),
        `${titleOf(service)} has no service to negotiate with: nothing is checked and every real server counts as up`,
      );
    }
  },
});
