import { systemd } from "../../parsers/systemd/index.ts";
import { modelRule } from "../rule.ts";

export const commandPath = modelRule({
  id: "systemd/command-path",
  format: systemd,
  severity: "error",
  summary: "A command must begin with an absolute path or a plain name",
  daemon: "rejects",
  check({ execStartPre, execStart, execStop }, report) {
    for (const { program, prefixes, word } of [...execStartPre, ...execStart, ...execStop]) {
      const plain = !program.includes("/") && program !== "." && program !== "..";
      if (plain || program.startsWith("/") || /[%$]/.test(program)) continue;
      const why = `${program} is neither an absolute path nor a plain name`;
      if (prefixes.includes("-"))
        report(word.at, `${why}: systemd leaves the command out`, { severity: "warning", daemon: "warns" });
      else report(word.at, `${why}: systemd does not load the unit`);
    }
  },
});
