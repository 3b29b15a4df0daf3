import { compareVersions } from "../../parsers/core/schema.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { globalLine } from "./effective.ts";
import { certain } from "./proxies.ts";

export const programSection = modelRule({
  id: "haproxy/program-section",
  severity: "error",
  summary: "haproxy 3.2 takes a program section only with expose-deprecated-directives above it",
  daemon: "rejects",
  format: haproxy,
  check(model, report, { targets, document }) {
    const version = targets.haproxy;
    if (!version || compareVersions(version, "3.2") < 0 || compareVersions(version, "3.3") >= 0) return;
    const exposed = globalLine(model, "expose-deprecated-directives");
    for (const { statement } of document.root ? model.programs : []) {
      const above = exposed?.at.source !== statement.at.source || exposed.at.start < statement.at.start;
      if (exposed && above) continue;
      report(
        statement.keyword.at,
        exposed
          ? "expose-deprecated-directives stands below this program section, and haproxy refuses the section before it gets there"
          : "without expose-deprecated-directives haproxy 3.2 refuses a program section, and 3.3 has none: let systemd run the program",
        { daemon: certain(statement, "rejects") },
      );
    }
  },
});
