import { isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";
import { lineOf } from "./spots.ts";

export const bindAddressIgnored = settledRule({
  id: "corosync/bind-address-ignored",
  severity: "warning",
  summary: "bindnetaddr must not stand beside a nodelist",
  format: corosync,
  daemon: [{ since: "2.0", verdict: "warns" }],
  check({ nodes, interfaces }, report, { targets }) {
    const address = nodes[0]?.addresses.find(({ link }) => link === 0);
    if (!address) return;
    const first = isKnetAge(targets.corosync);
    for (const part of interfaces) {
      const set = textOf(part, "bindnetaddr");
      if (!set) continue;
      report(
        set.statement.at,
        `bindnetaddr ${set.value} has no effect: the nodelist says which addresses are used`,
        {
          ...(first && part.link !== 0 ? { daemon: "silent" as const } : {}),
          related: [{ at: address.word.at, message: "the address of the first node" }],
          ...(first
            ? {
                fix: {
                  title: "delete the line",
                  safe: true,
                  edits: [{ at: lineOf(set.statement.at), text: "" }],
                },
              }
            : {}),
        },
      );
    }
  },
});
