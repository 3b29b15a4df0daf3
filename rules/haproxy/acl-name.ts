import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";

export const aclName = modelRule({
  id: "haproxy/acl-name",
  severity: "error",
  summary: "An ACL must not be called or",
  daemon: "rejects",
  format: haproxy,
  check({ expressions }, report) {
    for (const place of expressions) {
      const name = place.kind === "acl" ? place.acl.name : undefined;
      if (name && /^or$/i.test(name.value))
        report(name.word.at, `${name.value} joins two sides of a condition and cannot name an ACL`);
    }
  },
});
