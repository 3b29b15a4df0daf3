import { documentRule } from "../rule.ts";
import { agedOf, visitsOf } from "../schema/visits.ts";

export const experimentalDirective = documentRule({
  id: "haproxy/experimental-directive",
  severity: "error",
  summary: "What haproxy calls experimental needs expose-experimental-directives in the global section",
  daemon: "rejects",
  check(document, report) {
    if (document.format.id !== "haproxy" || !document.root || !document.whole) return;
    let exposed = false;
    for (const { statement } of visitsOf(document))
      if (statement.keyword.value === "expose-experimental-directives") exposed = true;
    if (exposed) return;
    for (const { word, def } of agedOf(document))
      if (def.experimental && !word.hole)
        report(
          word.at,
          `${word.value} is experimental: without expose-experimental-directives haproxy refuses it`,
        );
  },
});
