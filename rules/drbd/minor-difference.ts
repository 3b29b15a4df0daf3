import { drbd } from "../../parsers/drbd/index.ts";
import { type Volume, volumesOn } from "../../parsers/drbd/volumes.ts";
import { modelRule } from "../rule.ts";
import { hostLabel } from "./levels.ts";

export const minorDifference = modelRule({
  id: "drbd/minor-difference",
  severity: "info",
  summary: "A volume should have the same minor number on all hosts",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const { volumes, hosts } of resources) {
      const [first, ...others] = hosts.filter(({ kind }) => kind === "on");
      if (!first) continue;
      for (const host of others)
        for (const { number, minor } of volumesOn(host.volumes, volumes).filter(isFirst)) {
          const other = volumesOn(first.volumes, volumes).find((one) => one.number === number)?.minor;
          if (!minor || !other || minor.value === other.value) continue;
          report(
            minor.word.at,
            `minor ${minor.value} on ${hostLabel(host)} is ${other.value} on ${hostLabel(first)}: one volume under two names`,
            {
              related: [{ at: other.word.at, message: `minor on ${hostLabel(first)}` }],
            },
          );
        }
    }
  },
});

const isFirst = ({ number }: Volume, i: number, all: readonly Volume[]): boolean =>
  all.findIndex((one) => one.number === number) === i;
