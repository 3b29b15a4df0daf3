import { plainWords } from "../../parsers/core/shell.ts";
import { span } from "../../parsers/core/source.ts";
import { rcLocal } from "../../parsers/rclocal/index.ts";
import { modelRule } from "../rule.ts";

export const lostDash = modelRule({
  id: "gluster/lost-dash",
  format: rcLocal,
  severity: "error",
  summary: "The option -t of mount must have its dash",
  daemon: "rejects",
  check({ mounts }, report) {
    for (const { statement } of mounts) {
      const words = plainWords([statement.keyword, ...statement.args]);
      const at = words.findIndex(({ value }) => /(^|\/)mount$/.test(value));
      const [letter, type, ...rest] = words.slice(at + 1);
      if (letter?.value !== "t" || !type || !/^[a-z][a-z0-9.]*$/.test(type.value) || rest.length < 2)
        continue;
      report(letter.at, `mount t has lost its dash: mount takes t for a device and ends with an error`, {
        fix: {
          title: "write -t",
          safe: true,
          edits: [{ at: span(letter.at.source, letter.at.start, letter.at.start), text: "-" }],
        },
      });
    }
  },
});
