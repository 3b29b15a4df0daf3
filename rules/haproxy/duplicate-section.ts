import type { Verdict } from "../../parsers/core/schema.ts";
import { exclusive, type Statement } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import { othersOf } from "../../parsers/haproxy/sections.ts";
import { modelRule, type Targets } from "../rule.ts";
import { certain, isSince, proxiesNamed } from "./proxies.ts";

/** Sections whose names are all of one kind. */
const proxies = ["frontend", "backend", "listen", "log-forward"];
/** Those that share their names with no others. */
const alone = [
  "userlist",
  "peers",
  "resolvers",
  "cache",
  "http-errors",
  "mailers",
  "ring",
  "fcgi-app",
  "log-profile",
  "program",
];
const families = new Map([
  ...proxies.map((keyword) => [keyword, "proxy"] as const),
  ...alone.map((keyword) => [keyword, keyword] as const),
]);

/** What haproxy does with the second of two sections of one name. */
function verdictOf(first: string, second: string, targets: Targets): Verdict {
  if (second === "userlist") return "warns";
  const pair = [first, second].sort().join(" ");
  if (pair !== "backend frontend") return "rejects";
  return isSince(targets, "3.3") ? "rejects" : isSince(targets, "3.1") ? "warns" : "silent";
}

/** The sections without those proxies whose name no other section can have. */
function suspects(model: Haproxy): readonly Statement[] {
  const names = proxiesNamed(model);
  const others = new Set(model.logForwards.map(({ name }) => name?.value));
  const twice = [...names.keys()].flatMap((name) => {
    const same = names.of(name);
    return same.length > 1 || others.has(name) ? same : [];
  });
  const rest = othersOf(model.statements);
  if (twice.length === 0) return rest;
  const kept = new Set([...rest, ...twice.map(({ statement }) => statement)]);
  return model.statements.filter((statement) => kept.has(statement));
}

export const duplicateSection = modelRule({
  id: "haproxy/duplicate-section",
  severity: "error",
  summary: "Two sections of one kind must not share a name",
  daemon: "rejects",
  format: haproxy,
  check(model, report, { targets }) {
    const byName = new Map<string, Statement[]>();
    for (const statement of suspects(model)) {
      const [name] = statement.args;
      const family = families.get(statement.keyword.value);
      if (!name || name.hole || !family) continue;
      const key = `${family} ${name.value}`;
      const same = byName.get(key) ?? [];
      const clash = same.filter((one) => !exclusive(one, statement));
      const first = clash.find((one) => one.keyword.value === statement.keyword.value) ?? clash[0];
      byName.set(key, [...same, statement]);
      if (!first) continue;
      const verdict = verdictOf(first.keyword.value, statement.keyword.value, targets);
      const soft = verdict !== "rejects";
      const kept = statement.keyword.value === "userlist" ? ", and this one is ignored" : "";
      report(
        name.at,
        `${statement.keyword.value} ${name.value} has the name of ${first.keyword.value === statement.keyword.value ? "another" : "a"} ${first.keyword.value}${kept}`,
        {
          related: [{ at: first.args[0]!.at, message: "the first" }],
          severity: soft ? "warning" : "error",
          daemon: first.branch ? "silent" : certain(statement, verdict),
        },
      );
    }
  },
});
