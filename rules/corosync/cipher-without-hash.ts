import { cryptoOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";
import { indentOf } from "./spots.ts";

export const cipherWithoutHash = settledRule({
  id: "corosync/cipher-without-hash",
  severity: "error",
  summary: "A cipher needs a hash",
  format: corosync,
  daemon: "stops",
  check(model, report) {
    const crypto = cryptoOf(model);
    if (!crypto || crypto.cipher === "none" || crypto.hash !== "none") return;
    const set = textOf(model.totem, "crypto_hash") ?? textOf(model.totem, "crypto_cipher");
    if (set)
      report(
        set.word.at,
        `crypto_cipher ${crypto.cipher} needs a crypto_hash other than none: corosync does not start`,
        {
          fix: {
            title: "set crypto_hash: sha256",
            safe: false,
            edits: [
              set.statement.keyword.value === "crypto_hash"
                ? { at: set.word.at, text: "sha256" }
                : {
                    at: set.word.at.with({ start: set.word.at.end }),
                    text: `\n${indentOf(set.statement.at)}crypto_hash: sha256`,
                  },
            ],
          },
        },
      );
  },
});
