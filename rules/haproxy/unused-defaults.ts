import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { chainOf } from "./proxies.ts";

export const unusedDefaults = modelRule({
  id: "haproxy/unused-defaults",
  severity: "warning",
  summary: "A defaults section counts only for proxies after it that inherit from it",
  byAbsence: true,
  daemon: "silent",
  format: haproxy,
  check({ proxies }, report, { document }) {
    if (!document.root || !document.whole) return;
    const others = proxies.filter(({ kind }) => kind !== "defaults");
    if (others.length === 0) return;
    const inherited = new Set<Proxy>();
    for (const { defaults } of others)
      for (const one of defaults ? chainOf(defaults) : []) inherited.add(one);
    proxies.forEach((section, i) => {
      const { kind, name, statement } = section;
      if (kind !== "defaults" || inherited.has(section) || statement.branch) return;
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
    });
  },
});
