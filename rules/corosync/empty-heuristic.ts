import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const emptyHeuristic = settledRule({
  id: "corosync/empty-heuristic",
  severity: "error",
  summary: "A heuristic of the quorum device must have a command",
  format: corosync,
  daemon: "silent",
  check({ heuristics }, report) {
    const mode = textOf(heuristics, "mode");
    if (!mode || !/^(?:on|yes|1|sync)$/i.test(mode.value)) return;
    const related = [{ at: mode.word.at, message: `heuristics are ${mode.value}` }];
    for (const { keyword, args } of heuristics.statements)
      if (keyword.value.startsWith("exec_") && (args[0]?.value ?? "") === "" && !args[0]?.hole)
        report(
          keyword.at,
          `${keyword.value} has no command: corosync-qdevice ends, and its votes are never cast`,
          { related },
        );
  },
});
