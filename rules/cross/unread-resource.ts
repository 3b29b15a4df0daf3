import { type Source, span } from "../../parsers/core/source.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { documentsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";

export const unreadResource = nodeRule({
  id: "cross/unread-resource",
  severity: "warning",
  summary: "A file of DRBD should be one that drbd.conf includes",
  daemon: "silent",
  check(node, report) {
    const documents = documentsOf(node, drbd);
    const root = documents.find((document) => document.root && document.whole);
    for (const { root: isRoot, model, path } of root ? documents : []) {
      if (isRoot) continue;
      const related = [{ at: start(root!.tree.source), message: "what drbdadm reads" }];
      const unread = `drbd.conf does not include ${path}`;
      for (const { name } of model.resources)
        report(name.word.at, `${unread}: resource ${name.value} does not exist on this node`, { related });
      if (model.common && model.resources.length === 0)
        report(model.common.statement.keyword.at, `${unread}: what common sets here holds for no resource`, {
          related,
        });
    }
  },
});

const start = (source: Source) => span(source, 0, source.text.search(/[\r\n]|$/));
