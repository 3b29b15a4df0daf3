import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { within } from "./statements.ts";

export const stateTwice = modelRule({
  id: "keepalived/state-twice",
  severity: "error",
  summary: "The state of an instance must be stated once",
  daemon: "rejects",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const instance of vrrpInstances) {
      const states = within(instance, "state").filter(({ args }) => args[0] && !args[0].hole);
      for (const [i, statement] of states.entries()) {
        const before = states[i - 1];
        if (!before) continue;
        const value = statement.args[0]!.value;
        const ignored =
          value === "BACKUP" && states.slice(0, i).some(({ args }) => args[0]!.value === "MASTER");
        report(
          statement.at,
          ignored ? "state BACKUP is ignored after state MASTER" : `state ${value} comes a second time`,
          {
            related: [{ at: before.at, message: "stated before" }],
            ...(ignored ? {} : { daemon: "silent" as const, severity: "warning" as const }),
          },
        );
      }
    }
  },
});
