import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { durationsOf } from "./timeouts.ts";

/** A time with its unit, as far as haproxy reads it. */
const read = /^\d+(?:us|ms|[smhd])/;

export const timeWithTail = modelRule({
  id: "haproxy/time-with-tail",
  scope: "section",
  severity: "warning",
  summary: "Nothing must stand behind the unit of a time",
  daemon: "warns",
  format: haproxy,
  check(model, report) {
    for (const { word, name } of durationsOf(model)) {
      const time = word.hole ? undefined : read.exec(word.value)?.[0];
      const tail = word.value.slice(time?.length);
      if (!time || tail === "") continue;
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
