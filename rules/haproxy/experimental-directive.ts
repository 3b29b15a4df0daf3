import { documentRule } from "../rule.ts";
import { experimentalIn } from "../schema/visits.ts";
import { exposing } from "./experimental.ts";

export const experimentalDirective = documentRule({
  id: "haproxy/experimental-directive",
  severity: "error",
  summary: "What haproxy calls experimental needs expose-experimental-directives in the global section",
  daemon: "rejects",
  check(document, report) {
    if (document.format.id !== "haproxy" || !document.root || !document.whole) return;
    const found = experimentalIn(document).filter(({ word }) => !word.hole);
    if (found.length === 0 || exposing(document).length > 0) return;
    for (const { word, name } of found)
      report(word.at, `${name} is experimental: without expose-experimental-directives haproxy refuses it`);
  },
});
