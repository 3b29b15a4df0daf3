import { once } from "../../parsers/core/remembered.ts";
import { keywordsOf } from "../../parsers/core/schema.ts";
import { galera } from "../../parsers/mycnf/index.ts";
import { modelRule } from "../rule.ts";

const table = once(() => keywordsOf(galera.schema, "mariadb"));

export const valueAdjusted = modelRule({
  id: "galera/value-adjusted",
  format: galera,
  severity: "warning",
  summary: "A number must be within the range of its variable",
  daemon: "warns",
  check({ options }, report, { targets }) {
    for (const { name, value, written } of options) {
      const arg = Object.hasOwn(table(), name) ? table()[name]?.args?.[0] : undefined;
      if (!value || value.hole || (arg?.type !== "size" && arg?.type !== "signed")) continue;
      if (arg.type === "size" && /^-\d/.test(value.value)) {
        report(value.at, `${written}=${value.value} is negative: MariaDB does not start`, {
          ...(targets.mariadb ? { severity: "error", daemon: arg.verdict ?? "rejects" } : {}),
        });
        continue;
      }
      const number = amount(value.value);
      if (number === undefined) continue;
      const taken =
        arg.min !== undefined && number < arg.min
          ? arg.min
          : arg.max !== undefined && number > arg.max
            ? arg.max
            : number;
      if (taken !== number)
        report(value.at, `${written}=${value.value} is out of range: MariaDB takes ${taken} instead`);
    }
  },
});

const units = "kmgtpe";

/** A number with a unit, of which the first letter counts: "16M", "16MB". An empty word is 0. */
function amount(text: string): number | undefined {
  if (text === "") return 0;
  const found = /^(-?\d+)(?:([kmgtpe]).*)?$/i.exec(text);
  if (!found) return undefined;
  return Number(found[1]) * 1024 ** (found[2] ? units.indexOf(found[2].toLowerCase()) + 1 : 0);
}
