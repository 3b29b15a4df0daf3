import { integer } from "../../parsers/core/settings.ts";
import { o2cb } from "../../parsers/shellvars/index.ts";
import { modelRule } from "../rule.ts";

/** Of the init script's questions; the default is 31. */
const least = 7;
/** O2HB_MIN_DEAD_THRESHOLD of the kernel: it drops this and anything below. */
const ignored = 2;

export const thresholdLow = modelRule({
  id: "o2cb/threshold-low",
  format: o2cb,
  severity: "error",
  summary: "O2CB_HEARTBEAT_THRESHOLD must be 7 or more",
  daemon: "silent",
  check(variables, report) {
    const setting = variables.get("O2CB_HEARTBEAT_THRESHOLD");
    const value = setting && integer(setting.word);
    if (!setting || value === undefined || value >= least) return;
    const result =
      value <= ignored
        ? "the kernel ignores it without a word and keeps 31"
        : `a node counts as dead after ${(value - 1) * 2} seconds without a disk heartbeat`;
    report(setting.word.at, `O2CB_HEARTBEAT_THRESHOLD ${value} is below ${least}: ${result}`, {
      fix: { title: "set the default, 31", safe: false, edits: [{ at: setting.word.at, text: "31" }] },
    });
  },
});
