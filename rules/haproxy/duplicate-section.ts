import type { Verdict } from "../../parsers/core/schema.ts";
import { exclusive, type Statement } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Targets } from "../rule.ts";
import { modelRule } from "../rule.ts";
import { certain, isSince } from "./proxies.ts";

/** Sections whose names are all of one kind. */
const families: Readonly<Record<string, readonly string[]>> = {
  proxy: ["frontend", "backend", "listen", "log-forward"],
  userlist: ["userlist"],
  peers: ["peers"],
  resolvers: ["resolvers"],
  cache: ["cache"],
  "http-errors": ["http-errors"],
  mailers: ["mailers"],
  ring: ["ring"],
  "fcgi-app": ["fcgi-app"],
  "log-profile": ["log-profile"],
  program: ["program"],
};

/** What haproxy does with the second of two sections of one name. */
function verdictOf(first: string, second: string, targets: Targets): Verdict {
  if (second === "userlist") return "warns";
  const pair = [first, second].sort().join(" ");
  if (pair !== "backend frontend") return "rejects";
  return isSince(targets, "3.3") ? "rejects" : isSince(targets, "3.1") ? "warns" : "silent";
}

export const duplicateSection = modelRule({
  id: "haproxy/duplicate-section",
  severity: "error",
  summary: "Two sections of one kind must not share a name",
  daemon: "rejects",
  format: haproxy,
  check({ statements }, report, { targets }) {
    for (const kinds of Object.values(families)) {
      const byName = new Map<string, Statement[]>();
      for (const statement of statements) {
        const [name] = statement.args;
        if (!name || name.hole || !kinds.includes(statement.keyword.value)) continue;
        const same = byName.get(name.value) ?? [];
        const clash = same.filter((one) => !exclusive(one, statement));
        const first = clash.find((one) => one.keyword.value === statement.keyword.value) ?? clash[0];
        byName.set(name.value, [...same, statement]);
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
    }
  },
});
