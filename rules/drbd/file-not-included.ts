import { drbd } from "../../parsers/drbd/index.ts";
import { documentsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";

export const fileNotIncluded = nodeRule({
  id: "drbd/file-not-included",
  severity: "warning",
  summary: "A file in drbd.d must be included by drbd.conf",
  daemon: "silent",
  check(node, report) {
    const documents = documentsOf(node, drbd);
    const main = documents.find(({ root }) => root);
    if (!main?.whole) return;
    const included = main.tree.statements.findLast(({ keyword }) => keyword.value === "include");
    for (const { tree, path, root } of documents) {
      const first = tree.statements[0];
      if (root || !first || !/\/drbd\.d\/(?:[^/]+\.res|global_common\.conf)$/.test(path)) continue;
      report(
        first.keyword.at,
        `no include of drbd.conf names this file: DRBD does not read what stands in it`,
        { related: included ? [{ at: included.at, message: "what drbd.conf reads" }] : [] },
      );
    }
  },
});
