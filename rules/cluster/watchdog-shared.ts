import { span } from "../../parsers/core/source.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { sbd } from "../../parsers/shellvars/index.ts";
import { clusterRule } from "../rule.ts";
import { corosyncNodes } from "./corosync.ts";
import { documentsOf } from "./model.ts";

/** What sbd and corosync open where nothing is set. */
const standard = "/dev/watchdog";

export const watchdogShared = clusterRule({
  id: "cluster/watchdog-shared",
  severity: "error",
  summary: "SBD and corosync must not use the same watchdog",
  daemon: "silent",
  check(cluster, report) {
    for (const { node, model } of corosyncNodes(cluster)) {
      const device = textOf(model.resources, "watchdog_device");
      if (!device || device.value === "off") continue;
      for (const { model: settings, tree } of documentsOf(node, sbd)) {
        const own = settings.watchdog;
        if ((own?.value ?? standard) === device.value)
          report(
            device.word.at,
            `watchdog_device ${device.value} is SBD's too: a watchdog can be opened once, so that SBD or corosync does not start`,
            {
              related: [{ at: own?.word.at ?? span(tree.source, 0, 0), message: "SBD's settings" }],
            },
          );
      }
    }
  },
});
