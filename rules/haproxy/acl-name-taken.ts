import { haproxy } from "../../parsers/haproxy/index.ts";
import { entry, tables } from "../../parsers/haproxy/tables.ts";
import { modelRule } from "../rule.ts";
import { proxiesWith } from "./lookup.ts";

export const aclNameTaken = modelRule({
  id: "haproxy/acl-name-taken",
  scope: "section",
  severity: "warning",
  summary: "An acl should not have the name of a built-in one or of a word of conditions",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { acls } of proxiesWith(model, "acl")) {
      const said = new Set<string>();
      for (const { name } of acls) {
        if (!name || name.word.hole || said.has(name.value)) continue;
        said.add(name.value);
        if (/^(if|unless|\{|\}|\|\||!.*)$/.test(name.value))
          report(name.word.at, `${name.value} is a word of conditions: as the name of an acl it misleads`);
        else if (entry(tables.predefinedAcls, name.value))
          report(
            name.word.at,
            `${name.value} hides the built-in ACL of this name in all conditions of the section`,
          );
      }
    }
  },
});
