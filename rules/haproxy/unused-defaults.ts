import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { heirsOf } from "./proxies.ts";

export const unusedDefaults = modelRule({
  id: "haproxy/unused-defaults",
  severity: "warning",
  summary: "A defaults section counts only for proxies after it that inherit from it",
  byAbsence: true,
  daemon: "silent",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole) return;
    const { proxies, defaults } = model;
    if (defaults.length === proxies.length) return;
    for (const section of defaults) {
      const { name, statement } = section;
      if (heirsOf(model).of(section).length > 0 || statement.branch) continue;
      const i = proxies.indexOf(section);
      const who = name ? `defaults ${name.value}` : "this defaults";
      const at = statement.keyword.at;
      const next = proxies[i + 1];
      if (!name && next?.kind === "defaults" && !next.from && !exclusive(next.statement, statement))
        report(
          at,
          `${who} is replaced whole by the defaults that follows, before any proxy inherits from it`,
          {
            related: [
              { at: next.statement.keyword.at, message: "begins from nothing: the two do not add up" },
            ],
          },
        );
      else if (!name && proxies.slice(i).every((one) => one.kind === "defaults"))
        report(at, `${who} counts only for sections after it, and no proxy follows`);
      else report(at, `no proxy inherits from ${who}`, { severity: "info" });
    }
  },
});
