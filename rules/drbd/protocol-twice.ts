import { drbd } from "../../parsers/drbd/index.ts";
import type { Option } from "../../parsers/drbd/options.ts";
import { modelRule } from "../rule.ts";

export const protocolTwice = modelRule({
  id: "drbd/protocol-twice",
  severity: "warning",
  summary: "The protocol should be set in one place",
  daemon: "silent",
  format: drbd,
  check({ common, resources }, report) {
    for (const { options, statement } of [...(common ? [common] : []), ...resources]) {
      const own = options.net.filter(({ name }) => name === "protocol");
      const isBare = (one: Option): boolean => statement.block?.statements.includes(one.statement) === true;
      const counts = own.at(-1);
      for (const one of own)
        if (counts && one.value !== counts.value && isBare(one) !== isBare(counts))
          report(one.word.at, `protocol ${one.value} is set to ${counts.value} below: this one is ignored`, {
            related: [{ at: counts.word.at, message: "this one counts" }],
          });
    }
  },
});
