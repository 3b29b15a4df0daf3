import type { Setting } from "../../parsers/core/settings.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { has, type Interface, numberOf, textOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const ringCollision = settledRule({
  id: "corosync/ring-collision",
  severity: "warning",
  summary: "Two rings must differ in network and in multicast address or port",
  format: corosync,
  daemon: "silent",
  check({ interfaces, nodes }, report) {
    if (nodes.length > 0) return;
    interfaces.forEach((part, i) => {
      for (const other of interfaces.slice(0, i)) {
        if (ringOf(part) === ringOf(other)) continue;
        const network = same(textOf(part, "bindnetaddr"), textOf(other, "bindnetaddr"));
        if (network)
          report(
            network[0].word.at,
            `both rings are bound to ${network[0].value}: one broken network cuts both`,
            {
              related: [{ at: network[1].word.at, message: `ring ${ringOf(other)}` }],
            },
          );
        const group = same(textOf(part, "mcastaddr"), textOf(other, "mcastaddr"));
        const [port, taken] = [numberOf(part, "mcastport"), numberOf(other, "mcastport")];
        if (group && port && taken && Math.abs(port.value - taken.value) < 2)
          report(
            port.word.at,
            `both rings use ${group[0].value} and mcastport ${port.value}, which takes the port below too`,
            {
              related: [{ at: taken.word.at, message: `mcastport ${taken.value} of ring ${ringOf(other)}` }],
            },
          );
      }
    });
  },
});

const ringOf = (part: Interface): number =>
  (has(part, "ringnumber") ? numberOf(part, "ringnumber")?.value : part.link) ?? 0;

/** Both, where they say the same. */
const same = (a?: Setting<string>, b?: Setting<string>): [Setting<string>, Setting<string>] | undefined =>
  a && b && a.value === b.value ? [a, b] : undefined;
