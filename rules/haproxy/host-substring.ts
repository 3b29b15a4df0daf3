import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { rulesDoing } from "./lookup.ts";
import { matchOf } from "./matches.ts";
import { testsOf } from "./tests.ts";

const decisions = /^(deny|allow|tarpit|auth|reject|accept|silent-drop)$/;

export const hostSubstring = modelRule({
  id: "haproxy/host-substring",
  scope: "section",
  severity: "warning",
  summary: "A part of a host does not tell who may come in",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { rule, proxy } of rulesDoing(model, decisions)) {
      for (const acl of testsOf(rule, proxy)) {
        const match = matchOf(acl);
        const [pattern] = match?.patterns ?? [];
        if (match?.what === "host" && /^(sub|dom|beg)$/.test(match.method ?? "") && pattern)
          report(
            pattern.at,
            `any host with ${pattern.value} in it is taken by ${match.written}, and the client writes the host`,
            {
              related: [{ at: rule.at, message: "decides by it" }],
            },
          );
      }
    }
  },
});
