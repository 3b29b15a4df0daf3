import type { Finding } from "../../rules/rule.ts";
import { stringify } from "../stringify.ts";
import { placeOf } from "./place.ts";
import type { Reporter } from "./reporter.ts";

/** GitLab's Code Quality report (docs.gitlab.com, "Code Quality report format"). */
export const gitlab: Reporter = ({ report, fingerprintOf, pathOf }) =>
  stringify(
    report.findings.map((finding) => {
      const { line, endLine } = placeOf(finding.at);
      return {
        description: finding.message,
        check_name: finding.rule,
        fingerprint: fingerprintOf(finding),
        severity: gravity(finding),
        location: { path: pathOf(finding.at.source), lines: { begin: line, end: endLine } },
      };
    }),
  );

/** An error with which the daemon does not come up stands above one with which it does. */
function gravity({ severity, daemon }: Finding): "info" | "minor" | "major" | "critical" {
  if (severity === "error") return daemon === "rejects" || daemon === "stops" ? "critical" : "major";
  return severity === "warning" ? "minor" : "info";
}
