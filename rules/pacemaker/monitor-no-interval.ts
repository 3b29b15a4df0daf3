import { intervalOf, operationsOf, optionIn } from "./operations.ts";
import { pacemakerRule } from "./rule.ts";
import { lacking } from "./schemaFaults.ts";

export const monitorNoInterval = pacemakerRule({
  id: "pacemaker/monitor-no-interval",
  severity: "error",
  summary: "A monitor must have an interval to run again",
  daemon: "silent",
  crm: "warns",
  check(model, report, { document }) {
    const told = lacking(document, "interval");
    for (const primitive of [...model.primitives, ...model.templates]) {
      const monitors = (operationsOf(model, primitive) ?? []).filter(({ name }) => name.value === "monitor");
      // Beside one that recurs, a monitor without interval sets the timeout of the probe.
      if (!monitors.every((operation) => intervalOf(operation) === 0)) continue;
      for (const operation of monitors.filter((one) => primitive.ops.includes(one))) {
        if (told.has(operation.statement)) continue;
        const value = optionIn(operation, "interval")?.value;
        report(
          value?.at ?? operation.name.at,
          `monitor of ${primitive.id.value} ${value ? `with interval ${value.value || '""'}` : "without interval"} runs once, when the cluster looks what is there: failures go unnoticed`,
        );
      }
    }
  },
});
