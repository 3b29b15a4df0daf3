import type { Setting } from "../../parsers/core/settings.ts";
import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { modelRule } from "../rule.ts";

export const duplicateNode = modelRule({
  id: "heartbeat/duplicate-node",
  format: haCf,
  severity: "error",
  summary: "A node must be listed once",
  daemon: "silent",
  check({ nodes }, report) {
    const first = new Map<string, Setting<string>>();
    for (const node of nodes) {
      const name = node.value.toLowerCase();
      const other = first.get(name);
      if (!other) first.set(name, node);
      else
        report(
          node.word.at,
          `node ${node.value} is listed twice: to heartbeat these are two nodes, of which one never answers`,
          {
            related: [{ at: other.word.at, message: "the first one" }],
          },
        );
    }
  },
});
