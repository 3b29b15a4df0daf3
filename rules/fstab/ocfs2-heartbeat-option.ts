import { span } from "../../parsers/core/source.ts";
import { fstab } from "../../parsers/fstab/index.ts";
import { modelRule } from "../rule.ts";

export const ocfs2HeartbeatOption = modelRule({
  id: "fstab/ocfs2-heartbeat-option",
  format: fstab,
  severity: "info",
  summary: "An ocfs2 line needs no heartbeat option, because mount.ocfs2 adds the right one",
  daemon: "silent",
  check({ entries }, report) {
    for (const { type, options } of entries.filter((entry) => entry.type.value === "ocfs2")) {
      const i = options.findIndex(({ name }) => name === "heartbeat");
      const option = options[i];
      if (!option || options.length < 2) continue;
      const before = options[i - 1];
      const { at } = option.word;
      const cut = before
        ? span(at.source, before.word.at.end, at.end)
        : span(at.source, at.start, options[i + 1]!.word.at.start);
      report(at, `mount.${type.value} sets the heartbeat option itself, as the cluster's mode asks`, {
        fix: { title: "remove it", safe: false, edits: [{ at: cut, text: "" }] },
      });
    }
  },
});
