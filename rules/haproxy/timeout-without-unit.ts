import type { Verdict } from "../../parsers/core/schema.ts";
import type { Span } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isSince } from "./proxies.ts";
import { tablesOf } from "./stick-tables.ts";
import { durationsOf } from "./timeouts.ts";

/** Below this a bare number is taken for seconds meant (src/cfgparse.c since 3.1). */
const suspicious = 100;

const isSmall = (value: string): boolean =>
  /^\d+$/.test(value) && Number(value) > 0 && Number(value) < suspicious;

/** Its last argument is a period; that of `gpc(2)` says how many there are. */
const isRate = (name: string): boolean => name.endsWith("_rate");

export const timeoutWithoutUnit = modelRule({
  id: "haproxy/timeout-without-unit",
  scope: "section",
  severity: "warning",
  summary: "A time without a unit counts milliseconds",
  daemon: [{ since: "3.1", verdict: "warns" }, { verdict: "silent" }],
  format: haproxy,
  check(model, report, { targets }) {
    const warns: Verdict = isSince(targets, "3.1") ? "warns" : "silent";
    const say = (at: Span, name: string, value: string, daemon: Verdict): void =>
      report(at, `${name} ${value} is ${value} milliseconds`, {
        daemon,
        fix: {
          title: `write ${value}s`,
          safe: false,
          edits: [{ at: at.with({ start: at.end }), text: "s" }],
        },
      });
    for (const { word, name } of durationsOf(model))
      if (!word.hole && isSmall(word.value)) {
        const told = /^(timeout|inter|fastinter|downinter|agent-inter|hold)\b/.test(name);
        say(word.at, name, word.value, told ? warns : "silent");
      }
    for (const table of tablesOf(model)) {
      const { expireWord } = table;
      if (expireWord && !expireWord.hole && isSmall(expireWord.value))
        say(expireWord.at, "expire", expireWord.value, "silent");
      for (const { name, args = "", argsAt } of table.table.store) {
        const period = args.slice(args.lastIndexOf(",") + 1);
        if (argsAt && isRate(name) && isSmall(period))
          say(argsAt.with({ start: argsAt.end - period.length }), name, period, "silent");
      }
    }
  },
});
