import { isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { modelRule } from "../rule.ts";

export const removedCipher = modelRule({
  id: "corosync/removed-cipher",
  severity: "error",
  summary: "3des is gone since corosync 3",
  format: corosync,
  daemon: [{ since: "3.0", verdict: "rejects" }, { verdict: "silent" }],
  check({ totem }, report, { targets }) {
    const set = textOf(totem, "crypto_cipher");
    if (set?.value !== "3des") return;
    const gone = isKnetAge(targets.corosync);
    report(
      set.word.at,
      gone
        ? "crypto_cipher 3des is gone since corosync 3: corosync refuses the file"
        : "crypto_cipher 3des is weak",
      {
        ...(gone ? {} : { severity: "warning" as const }),
        fix: { title: "set aes256", safe: false, edits: [{ at: set.word.at, text: "aes256" }] },
      },
    );
  },
});
