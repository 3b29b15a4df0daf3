import { span, textOf } from "../../parsers/core/source.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { handlerOf, isDrbd8 } from "./levels.ts";

export const fenceScriptVersion = modelRule({
  id: "drbd/fence-script-version",
  severity: "warning",
  summary: "The crm fencing scripts must be those of the DRBD in use",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { targets }) {
    const old = isDrbd8(targets);
    for (const resource of resources) {
      const nine = old || targets.drbd !== undefined || resource.hosts.some(({ nodeId }) => nodeId);
      for (const name of ["fence-peer", "unfence-peer", "after-resync-target"]) {
        const handler = handlerOf(resource, name);
        const found = handler && /crm-(un)?fence-peer(\.9)?\.sh/.exec(textOf(handler.word.at));
        if (!handler || !found || !nine || (found[2] !== undefined) !== old) continue;
        const right = old ? found[0].replace(".9.sh", ".sh") : found[0].replace(".sh", ".9.sh");
        const start = handler.word.at.start + found.index;
        const at = span(handler.word.at.source, start, start + found[0].length);
        report(at, `${found[0]} is for DRBD ${old ? 9 : 8}: DRBD ${old ? 8 : 9} needs ${right}`, {
          fix: { title: `use ${right}`, safe: false, edits: [{ at, text: right }] },
        });
      }
    }
  },
});
