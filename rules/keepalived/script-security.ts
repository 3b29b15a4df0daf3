import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { commandsOf, opensFile } from "./commands.ts";

export const scriptSecurity = modelRule({
  id: "keepalived/script-security",
  severity: "warning",
  summary: "A configuration with scripts should have enable_script_security",
  daemon: "warns",
  format: keepalived,
  check(model, report, { document }) {
    if (!document.root || !document.whole || model.globals.enableScriptSecurity) return;
    const first = commandsOf(model)
      .map(({ command }) => command)
      .filter((command) => !opensFile(command))
      .sort((a, b) => a.statement.at.start - b.statement.at.start)
      .find(({ statement }) => statement.at.source === document.tree.source);
    if (first)
      report(
        first.statement.keyword.at,
        "scripts run without enable_script_security: also one that others than root may change is run as root",
      );
  },
});
