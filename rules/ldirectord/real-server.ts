import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";

export const realServer = modelRule({
  id: "ldirectord/real-server",
  format: ldirectord,
  severity: "error",
  summary: "A real server is an address with an optional port, a forwarding method, and what may follow it",
  daemon: "rejects",
  check({ virtuals }, report) {
    for (const { fault } of virtuals.flatMap(({ reals }) => reals))
      if (fault) report(fault.word.at, `${fault.word.value} ${fault.why}: ldirectord refuses the file`);
  },
});
