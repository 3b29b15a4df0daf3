import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { aclsOf } from "./placed.ts";

export const aclName = modelRule({
  id: "haproxy/acl-name",
  scope: "section",
  severity: "error",
  summary: "An ACL must not be called or",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { name } of aclsOf(model)) {
      if (name && /^or$/i.test(name.value))
        report(name.word.at, `${name.value} joins two sides of a condition and cannot name an ACL`);
    }
  },
});
