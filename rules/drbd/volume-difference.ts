import { drbd } from "../../parsers/drbd/index.ts";
import { volumesOn } from "../../parsers/drbd/volumes.ts";
import { modelRule } from "../rule.ts";
import { hostLabel } from "./levels.ts";

export const volumeDifference = modelRule({
  id: "drbd/volume-difference",
  severity: "error",
  summary: "All hosts of a resource must have the same volumes",
  daemon: "rejects",
  format: drbd,
  check({ resources }, report) {
    for (const { volumes, hosts, shown } of resources) {
      const plain = hosts.filter(({ kind }) => kind !== "stacked");
      const numbers = (host: (typeof hosts)[number]) =>
        volumesOn(host.volumes, volumes).map(({ number }) => number);
      const [first, ...others] = plain;
      if (!first || shown) continue;
      for (const host of others) {
        const [mine, theirs] = [numbers(host), numbers(first)];
        const lacks = (has: number[], of: number[]) => of.find((number) => !has.includes(number));
        const here = lacks(mine, theirs);
        const there = lacks(theirs, mine);
        if (here === undefined && there === undefined) continue;
        const [without, has, number] = here === undefined ? [first, host, there] : [host, first, here];
        report(
          without.statement.keyword.at,
          `host ${hostLabel(without)} has no volume ${number}, ${hostLabel(has)} has one`,
          {
            related: [{ at: has.statement.keyword.at, message: `host ${hostLabel(has)}` }],
          },
        );
      }
    }
  },
});
