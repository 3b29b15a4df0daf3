import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";
import { reportRepeats } from "./repeats.ts";

export const duplicateNumber = modelRule({
  id: "ocfs2/duplicate-number",
  format: ocfs2,
  severity: "error",
  summary: "Each node of a cluster must have a number of its own",
  daemon: "silent",
  check: reportRepeats(
    ({ nodes }) => nodes.map(({ number }) => number),
    (number) => `number ${number} is taken by another node: the kernel takes only one of the two in`,
  ),
});
