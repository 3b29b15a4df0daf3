import { authkeys } from "../../parsers/heartbeat/authkeys.ts";
import { modelRule } from "../rule.ts";

export const keyWithBlank = modelRule({
  id: "heartbeat/key-with-blank",
  format: authkeys,
  severity: "error",
  summary: "A key is one word",
  daemon: "silent",
  check({ keys }, report) {
    for (const { key, statement } of keys) {
      const more = statement.args[2];
      if (key && more && !more.value.startsWith("#") && !key.value.startsWith("#"))
        report(more.at, "the key ends at the blank: what stands behind it is not read");
      if (key?.value.startsWith("#") && statement.args[0]?.value !== "crc")
        report(key.at, "# begins no comment here: this word is the key");
    }
  },
});
