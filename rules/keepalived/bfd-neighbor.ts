import { keepalived } from "../../parsers/keepalived/index.ts";
import { plainIp } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { familyOf } from "./instance.ts";
import { lacks, title, titleAt, within } from "./statements.ts";

export const bfdNeighbor = modelRule({
  id: "keepalived/bfd-neighbor",
  severity: "error",
  summary: "A BFD instance must have a neighbour of its own, of its source's family",
  daemon: "rejects",
  format: keepalived,
  check({ bfdInstances }, report, { document }) {
    for (const [i, instance] of bfdInstances.entries()) {
      const { neighbor, sourceIp } = instance;
      if (
        !neighbor &&
        document.whole &&
        instance.statement.block &&
        lacks(instance, "neighbor_ip", "neighbour_ip")
      )
        report(titleAt(instance), `${title(instance)} has no neighbor_ip: the instance is disabled`, {
          ...(instance.statement.block.close
            ? {
                related: [
                  { at: instance.statement.block.close, message: "its end, where keepalived tells of it" },
                ],
              }
            : {}),
        });
      if (neighbor && sourceIp && familyOf(neighbor.value) !== familyOf(sourceIp.value))
        report(
          sourceIp.word.at,
          `source_ip ${sourceIp.value} is not of the family of neighbor_ip ${neighbor.value}: the instance is disabled`,
          {
            related: [{ at: neighbor.word.at, message: "the neighbour" }],
          },
        );
      const before =
        neighbor &&
        bfdInstances
          .slice(0, i)
          .find(
            (one) =>
              one.neighbor &&
              same(one.neighbor.value, neighbor.value) &&
              one.name?.value !== instance.name?.value &&
              sameSource(one.sourceIp?.value, sourceIp?.value),
          );
      if (neighbor && before?.neighbor)
        report(
          neighbor.word.at,
          `${title(before)} has neighbor_ip ${neighbor.value} too: ${title(instance)} is ignored`,
          {
            related: [{ at: before.neighbor.word.at, message: `in ${title(before)}` }],
          },
        );
      const hops = within(instance, "max_hops").at(-1)?.args[0];
      const ttl = within(instance, "ttl", "hoplimit").at(-1)?.args[0];
      if (
        hops &&
        ttl &&
        /^\d+$/.test(hops.value) &&
        /^\d+$/.test(ttl.value) &&
        Number(hops.value) > Number(ttl.value)
      )
        report(
          hops.at,
          `max_hops ${hops.value} is more than the ${ttl.value} hops that a packet lives: ${ttl.value} is used instead`,
          { severity: "warning" },
        );
    }
  },
});

const same = (a: string, b: string): boolean => plainIp(a) === plainIp(b);
const sameSource = (a: string | undefined, b: string | undefined): boolean => !a || !b || same(a, b);
