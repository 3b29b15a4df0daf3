import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { proxiesWith } from "./lookup.ts";

const usual =
  /^(|admin|administrator|root|stats|haproxy|password|passwd|pass|secret|test|changeme|123\d*|user|monitor|guest|letmein|qwerty)$/i;

export const statsDefaultCredentials = modelRule({
  id: "haproxy/stats-default-credentials",
  scope: "section",
  severity: "error",
  summary: "The statistics page must not have a password that everybody tries first",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { stats } of proxiesWith(model, "stats"))
      for (const { action, args } of stats) {
        const [word] = args;
        if (action !== "auth" || !word || word.hole) continue;
        const [user = "", password = ""] = word.value.split(/:(.*)/s);
        if (password === user || usual.test(password))
          report(word.at, `the password of ${user} is one that everybody tries first`);
      }
  },
});
