import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { durationsOf } from "./timeouts.ts";

/** A time with what stands behind its unit. */
const tailed = /^(\d+(?:us|ms|[smhd]))(.+)$/s;

export const timeWithTail = modelRule({
  id: "haproxy/time-with-tail",
  severity: "warning",
  summary: "Nothing must stand behind the unit of a time",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    for (const { word, name } of durationsOf(model)) {
      const [, time, tail] = (!word.hole && tailed.exec(word.value)) || [];
      if (!time || !tail) continue;
      report(
        word.at,
        `${name} ${word.value} is read as ${time}: ${tail} behind the unit is ignored, and will be refused by later releases`,
        {
          fix: { title: `replace with ${time}`, safe: false, edits: [{ at: word.at, text: time }] },
        },
      );
    }
  },
});
