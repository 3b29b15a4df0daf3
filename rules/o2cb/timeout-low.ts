import { integer } from "../../parsers/core/settings.ts";
import { o2cb } from "../../parsers/shellvars/index.ts";
import { modelRule, type Severity } from "../rule.ts";

/** The least that the init script's questions take, in ms, with its default. */
const floors: readonly { name: string; least: number; usual: number; severity: Severity }[] = [
  { name: "O2CB_IDLE_TIMEOUT_MS", least: 5000, usual: 30000, severity: "error" },
  { name: "O2CB_KEEPALIVE_DELAY_MS", least: 1000, usual: 2000, severity: "error" },
  { name: "O2CB_RECONNECT_DELAY_MS", least: 2000, usual: 2000, severity: "warning" },
];

export const timeoutLow = modelRule({
  id: "o2cb/timeout-low",
  format: o2cb,
  severity: "error",
  summary: "The network timeouts must not be below what o2cb's own questions take",
  daemon: "silent",
  check(variables, report) {
    for (const { name, least, usual, severity } of floors) {
      const word = variables.get(name)?.word;
      const value = word && integer(word);
      if (!word || value === undefined || value >= least) continue;
      report(word.at, `${name} ${value} is below ${least} ms, the least that o2cb configure takes`, {
        severity,
        fix: { title: `set the default, ${usual}`, safe: false, edits: [{ at: word.at, text: `${usual}` }] },
      });
    }
  },
});
