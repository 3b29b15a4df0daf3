import { documentRule } from "../rule.ts";
import { experimentalIn } from "../schema/visits.ts";
import { removeLine } from "./edits.ts";
import { exposing } from "./experimental.ts";

export const experimentalLeftOn = documentRule({
  id: "haproxy/experimental-left-on",
  severity: "info",
  summary: "expose-experimental-directives should go when nothing experimental is used",
  daemon: [{ since: "3.3", verdict: "warns" }, { verdict: "silent" }],
  check(document, report) {
    if (document.format.id !== "haproxy" || !document.root || !document.whole) return;
    const line = exposing(document)[0]?.statement;
    if (!line || experimentalIn(document).length > 0) return;
    report(line.keyword.at, "nothing here is experimental: this line only takes warnings away", {
      fix: { title: "delete the line", safe: false, edits: [removeLine(line)] },
    });
  },
});
