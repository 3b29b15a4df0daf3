import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { netOf, settled } from "./levels.ts";

export const authHalf = modelRule({
  id: "drbd/auth-half",
  severity: "error",
  summary: "cram-hmac-alg and shared-secret must stand together",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { document }) {
    for (const resource of resources) {
      const [alg] = netOf(resource, "cram-hmac-alg");
      const [secret] = netOf(resource, "shared-secret");
      if (!settled(resource, document)) continue;
      if (alg && !secret)
        report(alg.statement.keyword.at, "cram-hmac-alg without a shared-secret: the peers do not connect");
      if (secret && !alg)
        report(
          secret.statement.keyword.at,
          "shared-secret without a cram-hmac-alg is not used: nobody is asked for it",
        );
    }
  },
});
