import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { isStrict, versionOf } from "./instance.ts";
import { lacks } from "./statements.ts";

export const authIncomplete = modelRule({
  id: "keepalived/auth-incomplete",
  severity: "error",
  summary: "authentication must have both auth_type and auth_pass",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances, globals }, report, { document, targets }) {
    if (!document.whole) return;
    for (const instance of vrrpInstances) {
      const { authentication } = instance;
      if (!authentication?.statement.block) continue;
      const { type, pass, statement } = authentication;
      if (pass && lacks(authentication, "auth_type"))
        report(pass.statement.keyword.at, "auth_pass without auth_type: there is no authentication at all", {
          fix: {
            title: "add auth_type PASS",
            safe: false,
            edits: [
              {
                at: pass.statement.at.with({ end: pass.statement.at.start }),
                text: "auth_type PASS\n        ",
              },
            ],
          },
        });
      else if (
        type &&
        /^(PASS|AH)$/.test(type.value) &&
        (lacks(authentication, "auth_pass") || pass?.value === "")
      ) {
        const strict = isStrict(instance, globals, targets);
        const already = strict || versionOf(instance, globals, strict) === 3;
        report(
          type.statement.at,
          `auth_type ${type.value} without auth_pass: there is no authentication at all`,
          {
            daemon: already ? "silent" : "rejects",
          },
        );
      } else if (!type && !pass && lacks(authentication, "auth_type", "auth_pass"))
        report(statement.keyword.at, "authentication is empty: there is none");
    }
  },
});
