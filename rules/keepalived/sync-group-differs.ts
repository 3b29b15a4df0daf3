import { keepalived } from "../../parsers/keepalived/index.ts";
import type { VrrpInstance } from "../../parsers/keepalived/model.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./groups.ts";
import { isNopreempt, owner, priorityOf, stateOf } from "./instance.ts";
import { title, titleAt, within } from "./statements.ts";

export const syncGroupDiffers = modelRule({
  id: "keepalived/sync-group-differs",
  severity: "error",
  summary: "The members of a sync group must agree in state, priority and nopreempt",
  daemon: "silent",
  format: keepalived,
  check(model, report) {
    for (const members of membersOf(model).values()) {
      const [first, ...others] = members.filter(({ takenBy }) => !takenBy).map(({ instance }) => instance);
      if (!first) continue;
      const owned = stateOf(first) === "MASTER" && first.priority?.value === owner;
      for (const other of others)
        for (const { name, keyword, read } of traits) {
          const [a, b] = [read(first), read(other)];
          if (a === undefined || b === undefined || a === b) continue;
          const at = within(other, keyword).at(-1)?.at ?? titleAt(other);
          report(
            at,
            `${title(other)} has ${name(b)}, ${title(first)} in the same sync group has ${name(a)}: they keep electing against each other`,
            {
              related: [
                {
                  at: within(first, keyword).at(-1)?.at ?? titleAt(first),
                  message: `${title(first)} in the same group`,
                },
              ],
              ...(keyword === "state" && owned && b === "BACKUP" ? { daemon: "rejects" as const } : {}),
            },
          );
        }
    }
  },
});

interface Trait {
  readonly keyword: string;
  readonly read: (instance: VrrpInstance) => string | undefined;
  readonly name: (value: string) => string;
}

const traits: readonly Trait[] = [
  { keyword: "state", read: (one) => stateOf(one), name: (value) => `state ${value}` },
  { keyword: "priority", read: (one) => priorityOf(one)?.toString(), name: (value) => `priority ${value}` },
  {
    keyword: "nopreempt",
    read: (one) => (isNopreempt(one) ? "nopreempt" : "no nopreempt"),
    name: (value) => value,
  },
];
