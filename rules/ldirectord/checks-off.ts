import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";

export const checksOff = modelRule({
  id: "ldirectord/checks-off",
  format: ldirectord,
  severity: "warning",
  summary: "A virtual service whose real servers should work must not have its checks off",
  daemon: "silent",
  check({ virtuals }, report) {
    for (const { checktype, reals } of virtuals)
      if (checktype?.value === "off" && reals.length > 0)
        report(checktype.word.at, "checktype off adds no real server at all: on adds them without checks", {
          fix: { title: "replace with on", safe: false, edits: [{ at: checktype.word.at, text: "on" }] },
        });
  },
});
