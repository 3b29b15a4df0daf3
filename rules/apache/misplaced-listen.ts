import { apache } from "../../parsers/apache/index.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { modelRule } from "../rule.ts";

/** Directives of the whole server, asked one by one of Apache 2.4.71. */
const ofTheServer = ["Listen", "VirtualHost", "PidFile", "User", "Group"];

export const misplacedListen = modelRule({
  id: "apache/misplaced-listen",
  format: apache,
  severity: "error",
  summary: "What concerns the whole server must not stand in a virtual host or a directory's section",
  daemon: "rejects",
  check(_, report, { document }) {
    const visit = (statements: readonly Statement[], section: Statement | undefined): void => {
      for (const statement of statements) {
        const { keyword, block } = statement;
        if (section && ofTheServer.includes(keyword.value))
          report(
            keyword.at,
            `${keyword.value} must not stand in <${section.keyword.value}>: Apache does not start`,
            {
              related: [{ at: section.keyword.at, message: "the section" }],
            },
          );
        if (!section && keyword.value === "ServerAlias" && document.root)
          report(keyword.at, "ServerAlias must stand in <VirtualHost>: Apache does not start");
        if (
          block &&
          !/^(If|Else)/i.test(keyword.value) &&
          /^(VirtualHost|Directory|DirectoryMatch|Files|FilesMatch|Location|LocationMatch)$/.test(
            keyword.value,
          )
        )
          visit(block.statements, statement);
      }
    };
    visit(document.tree.statements, undefined);
  },
});
