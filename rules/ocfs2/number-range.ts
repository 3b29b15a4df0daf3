import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";

/** O2NM_MAX_NODES - 1 of the kernel. */
const highestNumber = 254;

export const numberRange = modelRule({
  id: "ocfs2/number-range",
  format: ocfs2,
  severity: "error",
  summary: "A node's number must be 0 to 254",
  daemon: "silent",
  check({ nodes }, report) {
    for (const { number } of nodes)
      if (number && number.value > highestNumber)
        report(
          number.word.at,
          `number ${number.value} is above ${highestNumber}: the kernel refuses the node`,
        );
  },
});
