import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { addLine } from "./edits.ts";
import { ownLines } from "./effective.ts";

export const resolversWithoutNameserver = modelRule({
  id: "haproxy/resolvers-without-nameserver",
  scope: "section",
  severity: "warning",
  summary: "A resolvers section needs a name server",
  daemon: "warns",
  format: haproxy,
  check({ resolvers }, report) {
    for (const section of resolvers) {
      const asks = ["nameserver", "parse-resolv-conf"].some((word) => ownLines(section, word).length > 0);
      if (asks || !section.name || section.statements.some(({ keyword }) => keyword.hole)) continue;
      report(
        section.name.word.at,
        `resolvers ${section.name.value} has no nameserver: names that it is asked for stay unknown`,
        {
          fix: {
            title: "add parse-resolv-conf",
            safe: false,
            edits: [addLine(section.statement, "parse-resolv-conf")],
          },
        },
      );
    }
  },
});
