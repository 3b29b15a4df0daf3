import { span } from "../../parsers/core/source.ts";
import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { modelRule } from "../rule.ts";
import { ownResources } from "./managed.ts";

export const legacyFailback = modelRule({
  id: "heartbeat/legacy-failback",
  format: haCf,
  severity: "warning",
  summary: "auto_failback must be on or off, because legacy is the default and deprecated",
  daemon: "warns",
  check(model, report) {
    const { autoFailback, nodes, statements } = model;
    if (!ownResources(model) || statements.some(({ keyword }) => keyword.value === "nice_failback")) return;
    if (autoFailback?.value === "legacy")
      report(
        autoFailback.word.at,
        "auto_failback legacy is deprecated: neither ipfail nor hb_standby works with it",
      );
    else if (!statements.some(({ keyword }) => keyword.value === "auto_failback") && nodes.length > 1) {
      const { at } = nodes[0]!.statement;
      report(
        span(at.source, at.start, at.end),
        "auto_failback is not set, which means legacy: neither ipfail nor hb_standby works with it",
      );
    }
  },
});
