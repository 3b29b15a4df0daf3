import { textOf } from "../../parsers/core/source.ts";
import { galera } from "../../parsers/mycnf/index.ts";
import { modelRule } from "../rule.ts";

/** Values that are not shown. */
const secret = /auth|password|secret/;
/** Values in which a semicolon separates parts. */
const lists =
  /^(?:wsrep_provider_options|init_connect|init_slave|init_replica|innodb_data_file_path|innodb_temp_data_file_path)$/;

export const inlineComment = modelRule({
  id: "galera/inline-comment",
  format: galera,
  severity: "error",
  summary: "A comment behind a value must begin with #",
  daemon: "silent",
  check({ options }, report) {
    for (const { name, value } of options) {
      if (!value || value.quote || value.hole || lists.test(name)) continue;
      const found = /[ \t]+(;.*)$/.exec(textOf(value.at));
      if (!found) continue;
      const start = value.at.start + found.index + found[0].length - found[1]!.length;
      const at = value.at.with({ start });
      report(
        at,
        `a ; inside a line begins no comment: ${name} is set to ${secret.test(name) ? "all of the line" : `all of ${textOf(value.at)}`}`,
        {
          fix: {
            title: "begin the comment with #",
            safe: true,
            edits: [{ at: at.with({ end: start + 1 }), text: "#" }],
          },
        },
      );
    }
  },
});
