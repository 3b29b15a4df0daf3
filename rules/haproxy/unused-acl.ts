import type { Statement } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { proxiesWith } from "./lookup.ts";

/** Every word of the lines that could name an ACL, without its negation; `acl(a,!b)` names some too. */
function mentionedIn(statements: readonly Statement[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { keyword, args } of statements)
    for (const { value } of args) {
      if (keyword.value !== "acl") words.add(value.startsWith("!") ? value.replace(/^!+/, "") : value);
      if (!value.includes("acl(")) continue;
      for (const [, names = ""] of value.matchAll(/\bacl\(([^)]*)\)/g))
        for (const name of names.split(",")) words.add(name.trim().replace(/^!+/, ""));
    }
  return words;
}

export const unusedAcl = modelRule({
  id: "haproxy/unused-acl",
  scope: "section",
  severity: "info",
  summary: "An acl that no condition of its section names does nothing",
  byAbsence: true,
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { acls, statements } of [...proxiesWith(model, "acl"), ...model.fcgiApps]) {
      if (acls.length === 0 || statements.some(({ args }) => args.some(({ hole }) => hole))) continue;
      const mentioned = mentionedIn(statements);
      const said = new Set<string>();
      for (const { name } of acls) {
        if (!name || mentioned.has(name.value) || said.has(name.value)) continue;
        said.add(name.value);
        report(name.word.at, `no condition of this section names acl ${name.value}`);
      }
    }
  },
});
