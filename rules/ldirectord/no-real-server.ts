import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";
import { headOf, titleOf } from "./services.ts";

export const noRealServer = modelRule({
  id: "ldirectord/no-real-server",
  format: ldirectord,
  severity: "warning",
  summary: "A virtual service must have a real server",
  daemon: "silent",
  check({ virtuals }, report, { document }) {
    if (document.tree.mistakes.length > 0) return;
    for (const service of virtuals) {
      const { statement, reals, fallback, settings, family } = service;
      const named = [...settings.keys()].some((key) => /^rea/.test(key));
      if (reals.length > 0 || named || statement.args[0]?.hole) continue;
      const after = statement.at.source.text.slice(statement.at.end);
      const atEnd = settings.size === 0 && /^[ \t\r]*\n?$/.test(after);
      const what = fallback ? "only its fallback serves it" : "nobody serves it";
      report(
        headOf(service),
        atEnd
          ? `nothing follows ${titleOf(service)}: ldirectord reads the line twice and refuses it as a duplicate`
          : `${titleOf(service)} has no real${family === 6 ? "6" : ""}: ${what}`,
        atEnd ? { severity: "error", daemon: "rejects" } : {},
      );
    }
  },
});
