import { exclusive, type Word } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Acl, Proxy, Rule } from "../../parsers/haproxy/modelProxy.ts";
import { entry, knownAt, tables } from "../../parsers/haproxy/tables.ts";
import { modelRule, type Report } from "../rule.ts";
import { aclLines } from "./aclNames.ts";
import { isStrange } from "./condition.ts";
import { inProxies } from "./inProxies.ts";
import { ageProblem } from "./placed.ts";
import { suggestion } from "./suggestion.ts";

export const undefinedAcl = modelRule({
  id: "haproxy/undefined-acl",
  severity: "error",
  summary: "A condition may name only ACLs that its section has defined above it, and haproxy's own",
  byAbsence: true,
  daemon: "rejects",
  format: haproxy,
  check(model, report, { targets }) {
    for (const { name, rule, acls } of [...inAllProxies(model), ...model.fcgiApps.flatMap(notDefined)]) {
      const own = entry(tables.predefinedAcls, name.value);
      if (!own) reportName(name, rule, acls, model, report);
      else if (targets.haproxy && !rule.statement.branch && !knownAt(own, targets.haproxy))
        report(name.at, `${name.value} ${ageProblem(own, targets.haproxy)}`);
    }
  },
});

/** The names in a section's conditions that no `acl` line above them has. */
const notDefined = ({ rules, acls }: Pick<Proxy, "rules" | "acls">) =>
  rules.flatMap((rule) => {
    const names = (rule.condition?.suites ?? [])
      .flat()
      .flatMap(({ name }) => (name && !above(name, rule, acls) ? [name] : []));
    return names.some(isStrange)
      ? []
      : names.flatMap((name) => (name.hole || name.value === "" ? [] : [{ name, rule, acls }]));
  });

const inAllProxies = inProxies(notDefined);

/** Whether some `acl` line before the rule, in an arm that can be read with it, has this name. */
const above = ({ value }: Word, { statement }: Rule, acls: readonly Acl[]): boolean =>
  aclLines(acls, value).some(
    (acl) =>
      !exclusive(acl.statement, statement) &&
      acl.at.source === statement.at.source &&
      acl.at.start < statement.at.start,
  );

function reportName(name: Word, rule: Rule, acls: readonly Acl[], model: Haproxy, report: Report): void {
  const { value, at } = name;
  const later = acls.find((acl) => acl.name?.value === value && !exclusive(acl.statement, rule.statement));
  if (later) {
    report(at, `the ACL ${value} is defined only below this line: haproxy reads from top to bottom`, {
      related: [{ at: later.name!.word.at, message: `${value} is defined here` }],
    });
    return;
  }
  const other = model.proxies.find((proxy) => aclLines(proxy.acls, value).length > 0);
  const [there] = other ? aclLines(other.acls, value) : [];
  const title = other ? `${other.kind} ${other.name?.value ?? ""}`.trim() : "";
  report(
    at,
    other
      ? `the ACL ${value} is defined in ${title}, not in this section`
      : `no ACL ${value} is defined in this section`,
    {
      ...(there ? { related: [{ at: there.name!.word.at, message: `${value} is defined here` }] } : {}),
      ...(other
        ? {}
        : suggestion(at, value, [
            ...acls.flatMap((acl) => acl.name?.value ?? []),
            ...Object.keys(tables.predefinedAcls),
          ])),
    },
  );
}
