import { stringify } from "../stringify.ts";
import { findingOf } from "./json.ts";
import type { Reporter } from "./reporter.ts";

/** One finding a line, each as `findings[]` of the JSON format; for jq, grep and what reads while it is written. */
export const jsonl: Reporter = (printout) =>
  printout.report.findings.map((finding) => stringify(findingOf(finding, printout), 0)).join("");
