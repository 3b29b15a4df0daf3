import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";
import { reportRepeats } from "./repeats.ts";

export const duplicateNode = modelRule({
  id: "ocfs2/duplicate-node",
  format: ocfs2,
  severity: "error",
  summary: "Each node of a cluster must have a name of its own",
  daemon: "rejects",
  check: reportRepeats(
    ({ nodes }) => nodes.map(({ name }) => name),
    (name) => `name ${name} is another node's: o2cb refuses the whole file`,
  ),
});
