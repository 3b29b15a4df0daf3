import type { Operation } from "../../parsers/pacemaker/model.ts";
import { intervalOf, optionIn, roleOf } from "./operations.ts";
import { pacemakerRule } from "./rule.ts";

export const onfailNotAllowed = pacemakerRule({
  id: "pacemaker/onfail-not-allowed",
  severity: "error",
  summary: "The reaction to a failure must be one that the operation can have",
  daemon: "warns",
  check({ primitives, templates }, report) {
    for (const operation of [...primitives, ...templates].flatMap(({ ops }) => ops)) {
      const value = optionIn(operation, "on-fail")?.value;
      if (!value || value.hole || operation.name.hole) continue;
      const why = refusalOf(operation, value.value.toLowerCase());
      if (why) report(value.at, `on-fail ${value.value} ${why}: Pacemaker takes the default`);
    }
  },
});

const neverForStop = ["stop", "standby", "demote"];

/** unpack_operation_on_fail() of Pacemaker 2.1.5. */
function refusalOf(operation: Operation, value: string): string | undefined {
  const name = operation.name.value;
  if (name === "stop") return neverForStop.includes(value) ? "cannot follow a failed stop" : undefined;
  if (value !== "demote" || name === "promote") return undefined;
  return name === "monitor" && mayWatchPromoted(operation)
    ? undefined
    : "is for promote and for a recurring monitor of role Promoted only";
}

function mayWatchPromoted(operation: Operation): boolean {
  const role = roleOf(operation);
  const promoted = role?.hole === true || /^(promoted|master)$/i.test(role?.value ?? "");
  return promoted && intervalOf(operation) !== 0;
}
