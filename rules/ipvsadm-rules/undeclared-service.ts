import { ipvsadmRules } from "../../parsers/ipvsadm/index.ts";
import type { IpvsadmRules } from "../../parsers/ipvsadm/model.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

export const undeclaredService = modelRule<IpvsadmRules>({
  id: "ipvsadm-rules/undeclared-service",
  severity: "error",
  summary: "A real server must belong to a virtual service that an earlier line adds",
  daemon: "rejects",
  format: ipvsadmRules,
  check({ rules }, report) {
    const declared = new Set<string>();
    for (const { command, service } of rules) {
      if (!service) continue;
      if (command === "-A") declared.add(service.key);
      else if (command === "-D") declared.delete(service.key);
      else if (["-a", "-e", "-d", "-E"].includes(command) && !declared.has(service.key)) {
        const guess = nearest(service.key, declared);
        report(
          service.at,
          `no line above adds ${service.key}${guess ? `, only ${guess}` : ""}: ipvsadm -R refuses this line`,
        );
      }
    }
  },
});
