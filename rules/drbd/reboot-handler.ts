import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";

export const rebootHandler = modelRule({
  id: "drbd/reboot-handler",
  severity: "info",
  summary: "A handler that kills the node should be meant",
  daemon: "silent",
  format: drbd,
  check({ common, resources }, report) {
    for (const { options } of [...(common ? [common] : []), ...resources])
      for (const { name, value, word } of options.handlers) {
        const kill = /sysrq-trigger|\b(?:reboot|halt|poweroff)\s+-\w*f/.exec(value)?.[0];
        if (!kill) continue;
        const scripted = /notify-emergency-(?:reboot|shutdown)\.sh/.exec(value)?.[0];
        const twice = scripted ? `, which ${scripted} does already` : "";
        report(word.at, `${name} kills the node at once (${kill})${twice}: the lines come from an example`);
      }
  },
});
