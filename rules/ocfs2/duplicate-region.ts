import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";
import { reportRepeats } from "./repeats.ts";

export const duplicateRegion = modelRule({
  id: "ocfs2/duplicate-region",
  format: ocfs2,
  severity: "error",
  summary: "Each heartbeat region of a cluster must be listed once",
  daemon: "rejects",
  check: reportRepeats(
    ({ heartbeats }) => heartbeats.map(({ region }) => region),
    (region) => `region ${region} is listed twice: o2cb refuses the whole file`,
  ),
});
