import { o2cb } from "../../parsers/shellvars/index.ts";
import { modelRule } from "../rule.ts";

export const enabledValue = modelRule({
  id: "o2cb/enabled-value",
  format: o2cb,
  severity: "error",
  summary: "O2CB_ENABLED must be the word true to bring the cluster up at boot",
  daemon: "silent",
  check(variables, report) {
    const word = variables.get("O2CB_ENABLED")?.word;
    if (!word || word.value === "true" || !/^(true|yes|on|y|t|1|enabled?)$/i.test(word.value)) return;
    report(word.at, `O2CB_ENABLED ${word.value} is not the word true: o2cb stays off at boot`, {
      fix: { title: "replace with true", safe: false, edits: [{ at: word.at, text: "true" }] },
    });
  },
});
