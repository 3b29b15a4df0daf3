import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { stateOf } from "./instance.ts";
import { lacks, title, within } from "./statements.ts";

export const masterWithoutPriority = modelRule({
  id: "keepalived/master-without-priority",
  severity: "error",
  summary: "An instance in state MASTER must have a priority",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report, { document }) {
    if (!document.whole) return;
    for (const instance of vrrpInstances) {
      if (stateOf(instance) !== "MASTER" || !lacks(instance, "priority")) continue;
      const state = within(instance, "state").find(({ args }) => args[0]?.value === "MASTER")!;
      report(
        state.at,
        `MASTER without a priority makes ${title(instance)} the address owner with priority 255: nothing that is tracked can make it give way`,
      );
    }
  },
});
