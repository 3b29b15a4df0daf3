import { galera } from "../../parsers/mycnf/index.ts";
import { modelRule } from "../rule.ts";

export const abbreviatedVariable = modelRule({
  id: "galera/abbreviated-variable",
  format: galera,
  severity: "warning",
  summary: "The name of a variable should be written in full",
  daemon: "warns",
  check({ options }, report) {
    for (const { abbreviated, candidates, name, written, prefixes, statement } of options) {
      if (!abbreviated || prefixes.includes("loose")) continue;
      const { at } = statement.keyword;
      if (candidates.length > 1) {
        const some = `${candidates.slice(0, 3).join(", ")}${candidates.length > 3 ? " …" : ""}`;
        report(
          at,
          `${written} is the beginning of ${candidates.length} variables (${some}): the server does not start`,
          {
            severity: "error",
            daemon: "rejects",
          },
        );
      } else if (candidates.length === 1)
        report(at, `${written} is short for ${name}: another release may know a second name that begins so`, {
          fix: { title: `write ${name}`, safe: true, edits: [{ at, text: [...prefixes, name].join("_") }] },
        });
    }
  },
});
