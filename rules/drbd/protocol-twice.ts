import { drbd } from "../../parsers/drbd/index.ts";
import type { Option } from "../../parsers/drbd/options.ts";
import { modelRule } from "../rule.ts";
import { isDrbd8, isForDrbd9 } from "./levels.ts";

export const protocolTwice = modelRule({
  id: "drbd/protocol-twice",
  severity: "warning",
  summary: "The protocol should be set in one place",
  daemon: "silent",
  format: drbd,
  check({ common, resources }, report, { targets }) {
    const old = isDrbd8(targets);
    // In DRBD 9 no value counts: drbd/ambiguous-option.
    const levels = [
      ...(common && (old || !targets.drbd) ? [common] : []),
      ...resources.filter((one) => old || !(targets.drbd || isForDrbd9(one))),
    ];
    for (const { options, statement } of levels) {
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
