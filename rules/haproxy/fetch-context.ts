import { contextNames, contextsOf, readableIn } from "../../parsers/haproxy/contexts.ts";
import type { Sample } from "../../parsers/haproxy/expression.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy, Rule } from "../../parsers/haproxy/modelProxy.ts";
import { headOf } from "../../parsers/haproxy/samples.ts";
import { modelRule, type Report } from "../rule.ts";
import { aclLines } from "./aclNames.ts";
import { placedRules } from "./lookup.ts";
import { placedSamples } from "./placed.ts";

export const fetchContext = modelRule({
  id: "haproxy/fetch-context",
  scope: "section",
  severity: "error",
  summary: "A fetch must have something to read where it is evaluated",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { sample, inAcl, place } of placedSamples(model)) {
      const problem = problemOf(sample, inAcl, place.contexts);
      if (!problem) continue;
      const test = inAcl ? ", so that the test never matches" : "";
      report(sample.fetch!.at, `${problem}${test}`, inAcl ? { daemon: "warns" } : {});
    }
    for (const { rule, proxy } of placedRules(model)) if (rule.condition) checkNames(rule, proxy, report);
  },
});

function problemOf({ fetch }: Sample, inAcl: boolean, contexts: number): string | undefined {
  const row = fetch && headOf(fetch.name, inAcl)?.fetch.contexts;
  if (!row?.includes("Y") || readableIn(row, contexts)) return undefined;
  return `${fetch!.name} has nothing to read in ${contextNames(contexts).map(plain).join(" and ")}`;
}

/** "frontend http-request header" is "http-request of a frontend". */
const plain = (name: string): string => {
  const [, side, rest] = /^(frontend|backend) (.*?)(?: (?:header|body))?$/.exec(name) ?? [];
  return side ? `${rest} of a ${side}` : `${name}`;
};

/** The ACLs that a condition names: haproxy warns where they can never match. */
function checkNames({ ruleset, condition }: Rule, { kind, acls }: Proxy, report: Report): void {
  if (acls.length === 0) return;
  const contexts = contextsOf(ruleset, kind);
  for (const { name } of condition?.suites.flat() ?? []) {
    if (!name) continue;
    const acl = aclLines(acls, name.value).find(
      ({ criterion }) => criterion && problemOf(criterion, true, contexts),
    );
    if (!acl) continue;
    const problem = problemOf(acl.criterion!, true, contexts)!;
    report(name.at, `${problem}, so that ${name.value} never matches here`, {
      daemon: "warns",
      related: [{ at: acl.criterion!.fetch!.at, message: `${name.value} reads it here` }],
    });
  }
}
