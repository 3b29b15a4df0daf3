import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { rulesDoing } from "./lookup.ts";

const headers = /^x-forwarded-(proto|for|port|host|ssl|scheme|by)$|^x-real-ip$|^x-client-ip$/i;

export const forwardedAppended = modelRule({
  id: "haproxy/forwarded-appended",
  scope: "section",
  severity: "warning",
  summary: "A header that tells the server about its client must replace the client's own",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { rule, proxy } of rulesDoing(model, "add-header")) {
      const { ruleset, actionWord, args } = rule;
      const [name] = args;
      if (ruleset !== "http-request" || !name || !actionWord || !headers.test(name.value)) continue;
      const cleared = proxy.rules
        .slice(0, proxy.rules.indexOf(rule))
        .some(
          (one) =>
            one.action === "del-header" &&
            !one.condition &&
            one.args[0]?.value.toLowerCase() === name.value.toLowerCase(),
        );
      if (cleared) continue;
      report(
        actionWord.at,
        `add-header leaves the ${name.value} that a client sent: the server sees two values and may believe the forged one`,
        {
          fix: {
            title: "write set-header",
            safe: false,
            edits: [{ at: actionWord.at, text: "set-header" }],
          },
        },
      );
    }
  },
});
