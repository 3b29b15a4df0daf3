import { cryptoOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { has, textOf } from "../../parsers/corosync/model.ts";
import { modelRule } from "../rule.ts";
import { masked } from "../schema/words.ts";

export const keyLength = modelRule({
  id: "corosync/key-length",
  severity: "error",
  summary: "A key that stands in the file must have 128 to 4096 bytes",
  format: corosync,
  daemon: "stops",
  check(model, report) {
    const { totem } = model;
    const key = textOf(totem, "key");
    const crypto = cryptoOf(model);
    if (!key || has(totem, "keyfile") || !crypto || (crypto.cipher === "none" && crypto.hash === "none"))
      return;
    const { length } = key.value;
    if (length < 128)
      report(
        key.word.at,
        `key ${masked(key.value)} has ${length} bytes, fewer than 128: corosync does not start`,
      );
  },
});
