import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { removeLine } from "./edits.ts";
import { experimentalUses, exposing } from "./experimental.ts";

export const experimentalLeftOn = modelRule({
  id: "haproxy/experimental-left-on",
  severity: "info",
  summary: "expose-experimental-directives should go when nothing experimental is used",
  daemon: [{ since: "3.3", verdict: "warns" }, { verdict: "silent" }],
  format: haproxy,
  check(_, report, { document }) {
    if (!document.root || !document.whole) return;
    const line = exposing(document)[0]?.statement;
    if (!line || experimentalUses(document).length > 0) return;
    report(line.keyword.at, "nothing here is experimental: this line only takes warnings away", {
      fix: { title: "delete the line", safe: false, edits: [removeLine(line)] },
    });
  },
});
