import { keepalived } from "../../parsers/keepalived/index.ts";
import { isWritten } from "../fix.ts";
import { modelRule } from "../rule.ts";
import { masked } from "../schema/words.ts";

/** The bytes of the field in the packet. */
const room = 8;

export const authPassTooLong = modelRule({
  id: "keepalived/auth-pass-too-long",
  severity: "error",
  summary: "auth_pass must have no more than 8 bytes",
  daemon: "warns",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const { authentication } of vrrpInstances) {
      const pass = authentication?.pass;
      if (!pass) continue;
      const bytes = new TextEncoder().encode(pass.value).length;
      if (bytes <= room) continue;
      const { at, quote } = pass.word;
      const cuttable = bytes === pass.value.length && isWritten(pass.word);
      report(at, `auth_pass ${masked(pass.value)} has ${bytes} bytes, only the first ${room} count`, {
        ...(cuttable
          ? {
              fix: {
                title: "cut it to 8",
                safe: true,
                edits: [
                  {
                    at: at.with({ start: at.start + room + (quote ? 1 : 0), end: at.end - (quote ? 1 : 0) }),
                    text: "",
                  },
                ],
              },
            }
          : {}),
      });
    }
  },
});
