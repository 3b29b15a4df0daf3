import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { certain } from "./proxies.ts";

export const duplicateDefaults = modelRule({
  id: "haproxy/duplicate-defaults",
  severity: "error",
  summary: "Two defaults sections must not share a name",
  daemon: "rejects",
  format: haproxy,
  check({ proxies, defaults }, report) {
    for (const [i, section] of defaults.entries()) {
      const { name, statement } = section;
      const first = name && defaults.slice(0, i).find((one) => one.name?.value === name.value);
      if (!first || exclusive(first.statement, statement)) continue;
      const user = proxies.slice(proxies.indexOf(section)).find(({ from }) => from?.value === name.value);
      report(
        name.word.at,
        `defaults ${name.value} has the name of another: a section that inherits from ${name.value} is refused`,
        {
          related: [
            { at: first.name!.word.at, message: "the first" },
            ...(user ? [{ at: user.from!.word.at, message: "which of them is not told" }] : []),
          ],
          daemon: user && !first.statement.branch ? certain(statement, "rejects") : "silent",
          severity: user ? "error" : "warning",
        },
      );
    }
  },
});
