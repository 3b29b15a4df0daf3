import type { Statement } from "../../parsers/core/tree.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import type { VirtualServer } from "../../parsers/keepalived/model.ts";
import { modelRule } from "../rule.ts";
import { isComplete, within } from "./servers.ts";

export const schedulerFlag = modelRule({
  id: "lvs/scheduler-flag",
  severity: "warning",
  summary: "A flag of the sh or mh scheduler must stand below that scheduler",
  daemon: "rejects",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const service of virtualServers) {
      if (!service.service || !isComplete(service)) continue;
      for (const { flag, above } of flagsOf(service)) {
        const name = flag.keyword.value;
        const heeds = name === "hashed" ? "sh or mh" : name.slice(0, 2);
        if (heeds === above || (heeds === "sh or mh" && (above === "sh" || above === "mh"))) continue;
        const lower = service.scheduler && heeds.includes(service.scheduler.value);
        const why = lower
          ? `lb_algo ${service.scheduler.value} stands below it`
          : above
            ? `the scheduler is ${above}`
            : "no scheduler stands above it";
        report(flag.keyword.at, `${name} is ignored: it is a flag of ${heeds}, and ${why}`, {
          ...(above === "sh" || above === "mh" ? { daemon: "silent" as const } : {}),
          ...(service.scheduler
            ? { related: [{ at: service.scheduler.word.at, message: "the scheduler" }] }
            : {}),
        });
      }
    }
  },
});

/** Each flag with the scheduler that keepalived knows of when it reads it. */
function flagsOf(service: VirtualServer): { flag: Statement; above?: string }[] {
  const found: { flag: Statement; above?: string }[] = [];
  const flags = new Set(within(service, "hashed", "sh-port", "sh-fallback", "mh-port", "mh-fallback"));
  const schedulers = new Set(within(service, "lb_algo", "lvs_sched"));
  let above: string | undefined;
  for (const statement of service.statement.block!.statements) {
    const [word] = statement.args;
    if (schedulers.has(statement)) {
      if (word?.hole) return [];
      above = word?.value;
    }
    if (flags.has(statement)) found.push({ flag: statement, ...(above ? { above } : {}) });
  }
  return found;
}
