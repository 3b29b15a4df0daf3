import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";
import { reportRepeats } from "./repeats.ts";

export const duplicateAddress = modelRule({
  id: "ocfs2/duplicate-address",
  format: ocfs2,
  severity: "error",
  summary: "Each node of a cluster must have an address of its own",
  daemon: "silent",
  check: reportRepeats(
    ({ nodes }) => nodes.map(({ address }) => address),
    (address) => `ip_address ${address} is another node's: the kernel takes only one of the two in`,
  ),
});
