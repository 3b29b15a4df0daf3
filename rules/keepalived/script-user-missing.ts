import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { commandsOf, opensFile } from "./commands.ts";

export const scriptUserMissing = modelRule({
  id: "keepalived/script-user-missing",
  severity: "warning",
  summary: "With enable_script_security the account of scripts must be stated",
  daemon: "silent",
  format: keepalived,
  check(model, report, { document }) {
    const { enableScriptSecurity, scriptUser } = model.globals;
    if (!document.whole || !enableScriptSecurity || scriptUser) return;
    const first = commandsOf(model).find(
      ({ command, account }) => !account && !command.user && !opensFile(command),
    );
    if (!first) return;
    report(
      enableScriptSecurity.statement.at,
      "without script_user scripts run as keepalived_script: where that account does not exist they are not run at all",
      {
        related: [{ at: first.command.statement.keyword.at, message: "has no user" }],
      },
    );
  },
});
