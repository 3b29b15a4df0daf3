import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { bindsOf, isTls, optionNamed } from "./binds.ts";
import { addWords } from "./edits.ts";

export const caFileWithoutVerify = modelRule({
  id: "haproxy/ca-file-without-verify",
  scope: "section",
  severity: "warning",
  summary: "A bind asks for client certificates only with verify",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { bind } of bindsOf(model)) {
      const file = optionNamed(bind, "ca-file");
      if (!file || !isTls(bind) || optionNamed(bind, "verify") || bind.options.some(({ word }) => word.hole))
        continue;
      report(file.word.at, "ca-file without verify: no client is asked for a certificate", {
        fix: {
          title: "add verify required",
          safe: false,
          edits: [addWords(bind.statement, "verify required")],
        },
      });
    }
  },
});
