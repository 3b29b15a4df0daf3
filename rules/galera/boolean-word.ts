import { galera } from "../../parsers/mycnf/index.ts";
import { modelRule } from "../rule.ts";

const taken = /^(?:on|off|true|false|0|1)$/i;

export const booleanWord = modelRule({
  id: "galera/boolean-word",
  format: galera,
  severity: "error",
  summary: "wsrep_on must be ON or OFF, TRUE or FALSE, 1 or 0",
  daemon: "warns",
  check({ options }, report) {
    for (const { name, value, prefixes } of options) {
      if (name !== "wsrep_on" || !value || value.hole || taken.test(value.value) || prefixes.length > 0)
        continue;
      const meant = /^(?:no?|disabled?)$/i.test(value.value) ? "OFF" : "ON";
      report(
        value.at,
        `wsrep_on=${value.value} is none of the words for ON: the server runs alone, without Galera`,
        {
          fix: { title: `write ${meant}`, safe: meant === "OFF", edits: [{ at: value.at, text: meant }] },
        },
      );
    }
  },
});
