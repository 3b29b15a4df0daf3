import { operationsOf } from "./operations.ts";
import { agentWords } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

const watched = ["ocf", "systemd", "service", "lsb", "upstart"];

export const monitorMissing = pacemakerRule({
  id: "pacemaker/monitor-missing",
  severity: "warning",
  summary: "A resource should be monitored",
  daemon: "silent",
  check(model, report) {
    for (const primitive of model.primitives) {
      const operations = operationsOf(model, primitive);
      const kind = agentWords(model, primitive).class;
      if (!operations || !kind || !watched.includes(kind.value)) continue;
      if (operations.some(({ name }) => name.value === "monitor")) continue;
      report(
        primitive.id.at,
        `${primitive.id.value} has no monitor: the cluster does not notice when it fails`,
      );
    }
  },
});
