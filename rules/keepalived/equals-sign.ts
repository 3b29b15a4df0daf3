import { keywordsOf } from "../../parsers/core/schema.ts";
import { span } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";
import { shown } from "./words.ts";

export const equalsSign = modelRule({
  id: "keepalived/equals-sign",
  severity: "error",
  summary: "A keyword and its value must be parted by a blank, not by an equals sign",
  daemon: "silent",
  format: keepalived,
  check(_model, report, { document }) {
    for (const { statement, def, place, placeDef } of visitsOf(document)) {
      const { keyword, args } = statement;
      const first = args[0];
      if (def && def !== placeDef.entry && first?.value.startsWith("=") && !first.quote) {
        const { source, start } = first.at;
        const after = /^=[ \t]*/.exec(source.text.slice(start, first.at.end + 40))?.[0].length ?? 1;
        report(
          first.at,
          `${keyword.value} takes ${shown(first, statement)} for its value: nothing stands between a keyword and its value`,
          {
            fix: {
              title: "delete the equals sign",
              safe: true,
              edits: [{ at: span(source, start, start + after), text: "" }],
            },
          },
        );
      }
      const [name = "", ...rest] = keyword.value.split("=");
      if (def || rest.length === 0 || !Object.hasOwn(keywordsOf(document.format.schema, place), name))
        continue;
      const at = keyword.at.with({
        start: keyword.at.start + name.length,
        end: keyword.at.start + name.length + 1,
      });
      report(at, `${keyword.value} is read as one keyword, which nobody knows`, {
        fix: { title: "put a blank instead", safe: true, edits: [{ at, text: " " }] },
      });
    }
  },
});
