import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { netOf, replicated } from "./levels.ts";

export const noVerifyAlg = modelRule({
  id: "drbd/no-verify-alg",
  severity: "info",
  summary: "A resource should have a verify-alg",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { document }) {
    for (const resource of replicated(resources, document)) {
      const { name } = resource;
      if (netOf(resource, "verify-alg").length > 0) continue;
      report(
        name.word.at,
        `resource ${name.value} has no verify-alg: drbdadm verify cannot compare the nodes`,
      );
    }
  },
});
