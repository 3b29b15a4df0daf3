import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { netOf, replicated } from "./levels.ts";

export const noAuth = modelRule({
  id: "drbd/no-auth",
  severity: "warning",
  summary: "The peers should prove who they are",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { document }) {
    for (const resource of replicated(resources, document)) {
      const { name } = resource;
      if (["cram-hmac-alg", "shared-secret", "tls"].some((one) => netOf(resource, one).length > 0)) continue;
      report(
        name.word.at,
        `resource ${name.value} has no cram-hmac-alg and shared-secret: any host that takes the peer's address gets the data`,
      );
    }
  },
});
