import type { KeywordDef } from "../../parsers/core/schema.ts";
import { sizeOf } from "../../parsers/haproxy/units.ts";
import { documentRule } from "../rule.ts";
import { visitsWhere } from "../schema/visits.ts";
import { isSince } from "./proxies.ts";
import { unlessBranch } from "./servers.ts";

/** The release that reads these sizes with their units; those before end at the first letter. */
const since = "3.1";

const takesSize = ({ args }: KeywordDef): boolean => !!args?.some(({ type }) => type === "size_by_release");

export const sizeUnit = documentRule({
  id: "haproxy/size-unit",
  scope: "section",
  severity: "error",
  summary: "The unit of a size must be one that the release reads",
  daemon: [{ since, verdict: "rejects" }, { verdict: "silent" }],
  check(document, report, { targets }) {
    if (document.format.id !== "haproxy") return;
    for (const { statement, slots } of visitsWhere(document, takesSize))
      for (const { word, owner, arg } of slots?.slots ?? []) {
        if (arg.type !== "size_by_release" || word.hole || word.value.includes("${")) continue;
        const number = /^\s*[+-]?\d+/.exec(word.value)?.[0] ?? "0";
        if (isSince(targets, since)) {
          if (typeof sizeOf(word.value) === "number") continue;
          const message = `${owner} ${word.value} is no size: digits and a unit k, m or g behind them`;
          report(word.at, message, unlessBranch(statement));
        } else if (word.value !== number) {
          const message = `${owner} ${word.value} is ${Number(number)} bytes: units came with haproxy ${since}`;
          report(word.at, message);
        }
      }
  },
});
