import { authkeys } from "../../parsers/heartbeat/authkeys.ts";
import { modelRule } from "../rule.ts";

export const authLine = modelRule({
  id: "heartbeat/auth-line",
  format: authkeys,
  severity: "error",
  summary: "A line of authkeys is auth with a number, or a number of 0 to 15 with a method and its key",
  daemon: "rejects",
  check({ keys, invalid }, report) {
    for (const { keyword } of invalid)
      report(
        keyword.at,
        "this line begins neither with auth nor with a key's number: heartbeat does not start",
      );
    for (const { number, method, key, statement } of keys) {
      if (number.value < 0 || number.value > 15)
        report(number.word.at, `${number.value} is outside 0 to 15: heartbeat does not start`);
      if (statement.args.some(({ hole }) => hole)) continue;
      if (!method)
        report(number.word.at, `key ${number.value} has no method and no key: heartbeat does not start`);
      else if (!/^(md5|sha1|crc)$/.test(method.value))
        report(method.word.at, "this method is not crc, md5 or sha1: heartbeat does not start");
      if (method && /^(md5|sha1)$/.test(method.value) && !key)
        report(method.word.at, `${method.value} needs a key: heartbeat does not start`);
      if (method?.value === "crc" && key)
        report(key.at, "crc takes no key, not even a comment behind it: heartbeat does not start");
    }
  },
});
