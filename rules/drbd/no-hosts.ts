import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { isDrbd8 } from "./levels.ts";

export const noHosts = modelRule({
  id: "drbd/no-hosts",
  severity: "error",
  summary: "A resource must have host sections",
  daemon: "rejects",
  format: drbd,
  check({ resources }, report, { targets }) {
    for (const { name, hosts, shown, statement } of resources) {
      if (hosts.length > 0 || shown || statement.block?.statements.some(({ keyword }) => keyword.hole))
        continue;
      report(name.word.at, `resource ${name.value} has no host: it needs an on section for each node`, {
        daemon: isDrbd8(targets) ? "silent" : "rejects",
      });
    }
  },
});
