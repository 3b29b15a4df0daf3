import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { isNopreempt, owner, priorityOf, stateOf } from "./instance.ts";
import { title, within } from "./statements.ts";

export const nopreemptIgnored = modelRule({
  id: "keepalived/nopreempt-ignored",
  severity: "error",
  summary: "nopreempt must stand with state BACKUP and a priority below 255",
  daemon: "warns",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const instance of vrrpInstances) {
      if (!isNopreempt(instance)) continue;
      const { at } = instance.nopreempt!.word;
      const master = within(instance, "state").find(({ args }) => args[0]?.value === "MASTER");
      if (stateOf(instance) === "MASTER" && master)
        report(
          at,
          `nopreempt is ignored: ${title(instance)} starts as MASTER and takes the address back whenever it comes up`,
          {
            related: [{ at: master.at, message: "must be BACKUP, on all routers" }],
            fix: {
              title: "start as BACKUP",
              safe: true,
              edits: [{ at: master.args[0]!.at, text: "BACKUP" }],
            },
          },
        );
      else if (priorityOf(instance) === owner)
        report(at, "nopreempt is ignored: priority 255 always takes over");
    }
  },
});
