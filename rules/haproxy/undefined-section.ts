import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { certain, takersOf } from "./proxies.ts";
import { helpersOf } from "./sections.ts";
import { suggestion } from "./suggestion.ts";

export const undefinedSection = modelRule({
  id: "haproxy/undefined-section",
  severity: "error",
  summary: "A userlist, peers, resolvers, cache or other helper section that is named must exist",
  byAbsence: true,
  daemon: "rejects",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole) return;
    for (const { kind, sections, uses, builtIn = [], dangling } of helpersOf(model)) {
      if (sections.some(({ name }) => !name)) continue;
      const names = new Set([...builtIn, ...sections.flatMap(({ name }) => name?.value ?? [])]);
      for (const use of uses) {
        const { name, at, by, proxy, statement } = use;
        if (names.has(name) || (proxy && takersOf(proxy, model).length === 0)) continue;
        const lost = dangling(use) === "silent" ? ", and what is written to it is lost" : "";
        report(at, `${by}: there is no section ${kind} ${name}${lost}`, {
          daemon: certain(statement, dangling(use)),
          ...suggestion(at, name, names),
        });
      }
    }
  },
});
