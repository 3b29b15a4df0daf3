import { effective } from "../../parsers/pacemaker/effective.ts";
import { secondsOf } from "../../parsers/pacemaker/values.ts";
import { sbd } from "../../parsers/shellvars/index.ts";
import { clusterRule } from "../rule.ts";
import { pacemakersIn } from "./managed.ts";
import { documentsOf } from "./model.ts";

export const watchdogTimeoutMismatch = clusterRule({
  id: "cluster/watchdog-timeout-mismatch",
  severity: "error",
  summary: "stonith-watchdog-timeout must leave SBD's watchdog the time to bite",
  daemon: "silent",
  check(cluster, report) {
    for (const { model } of pacemakersIn(cluster)) {
      const value = effective(model.properties, "stonith-watchdog-timeout", "fencing-watchdog-timeout")?.pair
        .value;
      const seconds = value && !value.hole ? secondsOf(value.value) : undefined;
      for (const node of value && seconds ? cluster.nodes : [])
        for (const { watchdogTimeout } of documentsOf(node, sbd).map((document) => document.model))
          if (watchdogTimeout && seconds! < 2 * watchdogTimeout.value)
            report(
              value!.at,
              seconds! > watchdogTimeout.value
                ? `stonith-watchdog-timeout ${value!.value} is less than twice SBD_WATCHDOG_TIMEOUT ${watchdogTimeout.value} on ${node.name}: a watchdog that bites a little late is not waited for`
                : `stonith-watchdog-timeout ${value!.value} is not longer than SBD_WATCHDOG_TIMEOUT ${watchdogTimeout.value} on ${node.name}: Pacemaker takes the node for dead while it still runs`,
              {
                ...(seconds! > watchdogTimeout.value ? { severity: "warning" as const } : {}),
                related: [
                  { at: watchdogTimeout.word.at, message: "seconds until the watchdog resets the node" },
                ],
              },
            );
    }
  },
});
