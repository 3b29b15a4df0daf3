import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { netOptions } from "./disks.ts";

export const koCountZero = modelRule({
  id: "drbd/ko-count-zero",
  severity: "warning",
  summary: "A peer that no longer answers should be thrown out",
  daemon: "silent",
  format: drbd,
  check(model, report) {
    for (const { name, value, word } of netOptions(model))
      if (name === "ko-count" && /^0+$/.test(value))
        report(word.at, "ko-count 0: a peer whose disk hangs stops the writes of this node for ever");
  },
});
