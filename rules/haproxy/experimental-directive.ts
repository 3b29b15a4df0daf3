import { documentRule } from "../rule.ts";
import { agedOf, type Visit, visitsOf } from "../schema/visits.ts";

export const experimentalDirective = documentRule({
  id: "haproxy/experimental-directive",
  severity: "error",
  summary: "What haproxy calls experimental needs expose-experimental-directives in the global section",
  daemon: "rejects",
  check(document, report) {
    if (document.format.id !== "haproxy" || !document.root || !document.whole) return;
    const found = agedOf(document).filter(({ word, def }) => def.experimental && !word.hole);
    if (found.length === 0 || visitsOf(document).some(isExposing)) return;
    for (const { word, name } of found)
      report(word.at, `${name} is experimental: without expose-experimental-directives haproxy refuses it`);
  },
});

const isExposing = ({ statement: { keyword } }: Visit): boolean =>
  keyword.value === "expose-experimental-directives";
