import { documentRule } from "../rule.ts";
import { agedOf, visitsOf } from "../schema/visits.ts";
import { removeLine } from "./edits.ts";

export const experimentalLeftOn = documentRule({
  id: "haproxy/experimental-left-on",
  severity: "info",
  summary: "expose-experimental-directives should go when nothing experimental is used",
  daemon: [{ since: "3.3", verdict: "warns" }, { verdict: "silent" }],
  check(document, report) {
    if (document.format.id !== "haproxy" || !document.root || !document.whole) return;
    const line = visitsOf(document).find(
      ({ statement: { keyword } }) => keyword.value === "expose-experimental-directives",
    )?.statement;
    if (!line || agedOf(document).some(({ def }) => def.experimental)) return;
    report(line.keyword.at, "nothing here is experimental: this line only takes warnings away", {
      fix: { title: "delete the line", safe: false, edits: [removeLine(line)] },
    });
  },
});
