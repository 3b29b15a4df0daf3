import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { assignedBy, commandsOf, opensFile } from "./commands.ts";

export const scriptRelative = modelRule({
  id: "keepalived/script-relative",
  severity: "warning",
  summary: "A command should be named by its whole path",
  daemon: "silent",
  format: keepalived,
  check(model, report) {
    for (const { command } of commandsOf(model)) {
      const [program = ""] = command.argv;
      if (
        program === "" ||
        program.startsWith("/") ||
        command.word.hole ||
        /[$~]/.test(program) ||
        opensFile(command) ||
        assignedBy(command) !== undefined
      )
        continue;
      report(
        command.word.at,
        `${program} is looked for ${program.includes("/") ? "below the directory that keepalived runs in" : "in the PATH that keepalived was started with"}`,
      );
    }
  },
});
