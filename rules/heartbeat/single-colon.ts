import { haresources } from "../../parsers/heartbeat/haresources.ts";
import { modelRule } from "../rule.ts";

export const singleColon = modelRule({
  id: "heartbeat/single-colon",
  format: haresources,
  severity: "error",
  summary: "A resource and its arguments are separated by two colons",
  daemon: "silent",
  check({ groups }, report) {
    for (const { word, script } of groups.flatMap(({ resources }) => resources)) {
      const match = /^([A-Za-z][\w.-]*):(?!:)(?=.)/.exec(script.value);
      if (!match) continue;
      const at = word.at.with({
        start: word.at.start + match[1]!.length,
        end: word.at.start + match[0].length,
      });
      report(
        word.at,
        `${word.value} has one colon: heartbeat looks for a script of that whole name and finds none`,
        {
          fix: { title: "write two colons", safe: false, edits: [{ at, text: "::" }] },
        },
      );
    }
  },
});
