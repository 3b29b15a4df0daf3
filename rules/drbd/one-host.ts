import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { hostLabel } from "./levels.ts";

export const oneHost = modelRule({
  id: "drbd/one-host",
  severity: "warning",
  summary: "A resource should have at least two hosts",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const { name, hosts, shown, statement } of resources) {
      const [host] = hosts;
      if (
        !host ||
        hosts.length > 1 ||
        shown ||
        statement.block?.statements.some(({ keyword }) => keyword.hole)
      )
        continue;
      report(name.word.at, `resource ${name.value} has one host, ${hostLabel(host)}: nothing is replicated`);
    }
  },
});
