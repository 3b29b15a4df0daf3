import { compareVersions } from "../../parsers/core/schema.ts";
import { documentRule } from "../rule.ts";
import { type Visit, visitsOf } from "../schema/visits.ts";

export const versionMix = documentRule({
  id: "drbd/version-mix",
  severity: "warning",
  summary: "One configuration should not mix words of DRBD 8 with words of DRBD 9",
  daemon: "rejects",
  check(document, report, { targets }) {
    if (document.format.id !== "drbd" || targets.drbd) return;
    const visits = visitsOf(document);
    const old = visits.find(({ def }) => def?.until && compareVersions(def.until, "9") < 0);
    const fresh = visits.find(isNew);
    if (!old || !fresh) return;
    const { keyword } = old.statement;
    report(
      keyword.at,
      `${keyword.value} is known to drbd 8 alone, ${fresh.statement.keyword.value} to drbd 9 alone: no release takes both`,
      {
        related: [{ at: fresh.statement.keyword.at, message: "a word of drbd 9" }],
      },
    );
  },
});

const isNew = ({ def }: Visit): boolean =>
  !!def?.since && compareVersions(def.since, "9") >= 0 && !def.deprecated;
