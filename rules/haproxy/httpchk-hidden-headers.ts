import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { optionsNamed } from "./lookup.ts";
import { unlessBranch } from "./servers.ts";

export const httpchkHiddenHeaders = modelRule({
  id: "haproxy/httpchk-hidden-headers",
  scope: "section",
  severity: "error",
  summary: "Headers of a check belong to http-check send, not behind its version",
  daemon: [{ since: "2.7", verdict: "rejects" }, { since: "2.2", verdict: "warns" }, { verdict: "silent" }],
  format: haproxy,
  check(model, report) {
    for (const {
      option: { args, statement },
    } of optionsNamed(model, "httpchk")) {
      const version = args[2];
      if (!version || !/[\r\n]/.test(version.value)) continue;
      const message = "headers behind the version of option httpchk are refused by haproxy 2.7 and later";
      report(version.at, message, unlessBranch(statement));
    }
  },
});
