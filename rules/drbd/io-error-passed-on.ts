import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { diskOptions } from "./disks.ts";

export const ioErrorPassedOn = modelRule({
  id: "drbd/io-error-passed-on",
  severity: "warning",
  summary: "A failed disk should be detached",
  daemon: "silent",
  format: drbd,
  check(model, report) {
    for (const { name, value, word } of diskOptions(model))
      if (name === "on-io-error" && value === "pass_on")
        report(word.at, "on-io-error pass_on keeps a broken disk in use: detach goes on with the peer's", {
          fix: { title: "use detach", safe: false, edits: [{ at: word.at, text: "detach" }] },
        });
  },
});
