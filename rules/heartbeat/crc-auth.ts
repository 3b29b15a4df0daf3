import { authkeys } from "../../parsers/heartbeat/authkeys.ts";
import { modelRule } from "../rule.ts";

export const crcAuth = modelRule({
  id: "heartbeat/crc-auth",
  format: authkeys,
  severity: "warning",
  summary: "Packets should be signed with a key, because crc proves nothing",
  daemon: "silent",
  check({ auth, keys }, report) {
    for (const { number, method } of keys)
      if (method?.value === "crc" && number.value === auth?.value)
        report(
          method.word.at,
          "crc has no secret: anyone on the network can send heartbeats and take resources away",
          { related: [{ at: auth.word.at, message: "packets are signed with it" }] },
        );
  },
});
