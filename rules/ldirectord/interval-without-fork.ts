import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";

export const intervalWithoutFork = modelRule({
  id: "ldirectord/interval-without-fork",
  format: ldirectord,
  severity: "warning",
  summary: "A virtual service can have a checkinterval of its own only with fork=yes",
  daemon: "warns",
  check({ fork, virtuals }, report) {
    if (fork?.value) return;
    for (const { checkinterval } of virtuals)
      if (checkinterval)
        report(
          checkinterval.statement.at,
          `checkinterval ${checkinterval.value} of one virtual service is ignored: all share the global one unless fork is yes`,
          fork ? { related: [{ at: fork.word.at, message: "fork" }] } : {},
        );
  },
});
