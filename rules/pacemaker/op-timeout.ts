import type { AgentAction } from "../../parsers/pacemaker/agents.ts";
import type { Operation } from "../../parsers/pacemaker/model.ts";
import { secondsOf } from "../../parsers/pacemaker/values.ts";
import { optionIn, roleOf } from "./operations.ts";
import { agentOf } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const opTimeout = pacemakerRule({
  id: "pacemaker/op-timeout",
  severity: "warning",
  summary: "An operation's timeout should not be shorter than its agent advises",
  daemon: "silent",
  crm: "warns",
  check(model, report) {
    for (const primitive of [...model.primitives, ...model.templates])
      for (const operation of primitive.ops) {
        const value = optionIn(operation, "timeout")?.value;
        const seconds = value && !value.hole ? secondsOf(value.value) : undefined;
        const advice = leastAdvised(agentOf(model, primitive)?.actions ?? [], operation);
        if (!value || seconds === undefined || !advice || seconds >= advice) continue;
        report(
          value.at,
          `timeout ${value.value} of ${operation.name.value} is shorter than the ${advice} s that the agent of ${primitive.id.value} advises`,
        );
      }
  },
});

const plain = (role: string | undefined): string =>
  (role ?? "").toLowerCase().replace("master", "promoted").replace("slave", "unpromoted");

/** Of several monitors that an agent knows, those of the same role count, and of these the shortest. */
function leastAdvised(actions: readonly AgentAction[], operation: Operation): number | undefined {
  const named = actions.filter(({ name }) => name === operation.name.value);
  const same = named.filter(({ role }) => plain(role) === plain(roleOf(operation)?.value));
  const times = (same.length > 0 ? same : named).flatMap(({ timeout }) => secondsOf(timeout ?? "") ?? []);
  return times.length > 0 ? Math.min(...times) : undefined;
}
