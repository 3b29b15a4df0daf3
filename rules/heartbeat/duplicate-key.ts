import { authkeys } from "../../parsers/heartbeat/authkeys.ts";
import { modelRule } from "../rule.ts";

export const duplicateKey = modelRule({
  id: "heartbeat/duplicate-key",
  format: authkeys,
  severity: "error",
  summary: "A key's number must be its own",
  daemon: "silent",
  check({ keys }, report) {
    keys.forEach(({ number }, i) => {
      const other = keys.slice(0, i).find((earlier) => earlier.number.value === number.value);
      if (other)
        report(number.word.at, `key ${number.value} stands twice: this one replaces the first`, {
          related: [{ at: other.number.word.at, message: "the first one" }],
        });
    });
  },
});
