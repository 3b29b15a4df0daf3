import { type NodeRule, nodeRule, type Report, type Targets } from "../rule.ts";
import { type Machine, machineOf } from "./machine.ts";

type Meta = Omit<NodeRule, "kind" | "check">;

/** A rule over what all option files of a machine say together, for one that takes part in Galera and does not turn it off. */
export const memberRule = (
  rule: Meta & { readonly check: (machine: Machine, report: Report, targets: Targets) => void },
): NodeRule =>
  nodeRule({
    ...rule,
    check(node, report, { targets }) {
      const machine = machineOf(node);
      if (machine?.member && !machine.off) rule.check(machine, report, targets);
    },
  });
