import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { modelRule } from "../rule.ts";

export const weakHash = modelRule({
  id: "corosync/weak-hash",
  severity: "warning",
  summary: "Packets should be signed with SHA-2",
  format: corosync,
  daemon: "silent",
  check({ totem }, report) {
    const set = textOf(totem, "crypto_hash");
    if (set && ["md5", "sha1"].includes(set.value))
      report(set.word.at, `crypto_hash ${set.value} is weak`, {
        fix: { title: "set sha256", safe: false, edits: [{ at: set.word.at, text: "sha256" }] },
      });
  },
});
