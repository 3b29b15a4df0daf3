import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { experimentalUses, exposing } from "./experimental.ts";

export const experimentalDirective = modelRule({
  id: "haproxy/experimental-directive",
  severity: "error",
  summary: "What haproxy calls experimental needs expose-experimental-directives in the global section",
  daemon: "rejects",
  format: haproxy,
  check(_, report, { document }) {
    if (!document.root || !document.whole) return;
    const found = experimentalUses(document).filter(({ word }) => !word.hole);
    if (found.length === 0 || exposing(document).length > 0) return;
    for (const { word, name } of found)
      report(word.at, `${name} is experimental: without expose-experimental-directives haproxy refuses it`);
  },
});
