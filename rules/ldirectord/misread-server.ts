import { cover } from "../../parsers/core/source.ts";
import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";

export const misreadServer = modelRule({
  id: "ldirectord/misread-server",
  format: ldirectord,
  severity: "error",
  summary: "A real server's line must begin with its address",
  daemon: "silent",
  check({ virtuals }, report) {
    for (const { skipped, host, fault } of virtuals.flatMap(({ reals }) => reals))
      if (skipped && host && !fault)
        report(
          cover(skipped.at, host.word.at),
          `ldirectord passes over ${skipped.value} and takes ${host.value} for the real server`,
        );
  },
});
