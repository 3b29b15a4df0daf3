import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { certain } from "./proxies.ts";
import { suggestion } from "./suggestion.ts";

export const undefinedDefaults = modelRule({
  id: "haproxy/undefined-defaults",
  severity: "error",
  summary: "The defaults section after from must stand earlier in the configuration",
  byAbsence: true,
  daemon: "rejects",
  format: haproxy,
  check({ proxies }, report, { document }) {
    if (!document.root || !document.whole) return;
    proxies.forEach(({ kind, name, from, statement }, i) => {
      if (!from || from.word.hole) return;
      const named = (one: (typeof proxies)[number]): boolean =>
        one.kind === "defaults" && one.name?.value === from.value;
      if (proxies.slice(0, i).some(named)) return;
      const later = proxies.slice(i).find(named);
      const { at } = from.word;
      const who = `${kind} ${name?.value ?? ""}`.trim();
      const daemon = certain(statement, "rejects");
      if (later) {
        report(at, `${who} inherits from defaults ${from.value}, which is defined only after it`, {
          daemon,
          related: [{ at: later.statement.keyword.at, message: "must stand before it is named" }],
        });
        return;
      }
      const names = proxies.flatMap((one) => (one.kind === "defaults" && one.name?.value) || []);
      report(at, `${who} inherits from defaults ${from.value}, which does not exist`, {
        daemon,
        ...suggestion(at, from.value, names),
      });
    });
  },
});
