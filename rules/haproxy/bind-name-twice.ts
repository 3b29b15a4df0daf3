import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Option } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { optionNamed } from "./binds.ts";
import { proxiesWith } from "./lookup.ts";

export const bindNameTwice = modelRule({
  id: "haproxy/bind-name-twice",
  scope: "section",
  severity: "info",
  summary: "The binds of a proxy should have names of their own",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { binds } of proxiesWith(model, "bind")) {
      const seen = new Map<string, Option>();
      for (const bind of binds) {
        const option = optionNamed(bind, "name");
        const word = option?.args[0];
        if (!option || !word || word.hole) continue;
        const first = seen.get(word.value);
        if (!first) seen.set(word.value, option);
        else if (!exclusive(first.statement, bind.statement))
          report(
            word.at,
            `another bind is named ${word.value}: statistics and so_name do not tell the two apart`,
            {
              related: [{ at: first.args[0]!.at, message: "the first one" }],
            },
          );
      }
    }
  },
});
