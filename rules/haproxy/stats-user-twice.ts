import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { proxiesWith } from "./lookup.ts";

export const statsUserTwice = modelRule({
  id: "haproxy/stats-user-twice",
  scope: "section",
  severity: "warning",
  summary: "A user of the statistics page has one password, the first",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    for (const { stats } of proxiesWith(model, "stats")) {
      const seen = new Map<string, (typeof stats)[number]>();
      for (const line of stats) {
        const [word] = line.args;
        if (line.action !== "auth" || !word || word.hole) continue;
        const user = word.value.split(":", 1)[0]!;
        const first = seen.get(user);
        if (first)
          report(word.at, `user ${user} has a password already: this one is dropped`, {
            related: [{ at: first.args[0]!.at, message: "the one that counts" }],
          });
        else seen.set(user, line);
      }
    }
  },
});
