import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { rulesDoing } from "./lookup.ts";

const actions = /^(set-header|add-header|early-hint)$/;
const wellFormed = /^:?[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/;
const allowed = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]$/;

const said: Readonly<Record<string, string>> = { " ": "a blank", ":": "a colon" };

export const headerName = modelRule({
  id: "haproxy/header-name",
  scope: "section",
  severity: "error",
  summary: "A header's name holds letters, digits and a few marks, and no colon",
  daemon: [{ since: "2.8", verdict: "warns" }, { verdict: "silent" }],
  format: haproxy,
  check(model, report) {
    for (const { rule } of rulesDoing(model, actions)) {
      const { ruleset, args, statement } = rule;
      const [name] = args;
      if (!ruleset.startsWith("http-") || !name || name.hole || wellFormed.test(name.value)) continue;
      const wrong = [...name.value].find((c, i) => !allowed.test(c) && !(i === 0 && c === ":"));
      if (wrong === undefined || /[\u00a0\u2000-\u200d\u202f\u3000]/.test(wrong)) continue;
      const colon =
        name.value.endsWith(":") && !name.quote && [...name.value.slice(0, -1)].every((c) => allowed.test(c));
      const at = name.at;
      report(at, `${said[wrong] ?? wrong} cannot stand in the name of a header: ${name.value}`, {
        ...(colon
          ? {
              fix: {
                title: "delete the colon",
                safe: true,
                edits: [{ at: at.with({ start: at.end - 1 }), text: "" }],
              },
            }
          : {}),
        ...(statement.branch ? { daemon: "silent" as const } : {}),
      });
    }
  },
});
