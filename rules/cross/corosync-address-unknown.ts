import { corosync } from "../../parsers/corosync/index.ts";
import { documentsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";

export const corosyncAddressUnknown = nodeRule({
  id: "cross/corosync-address-unknown",
  severity: "warning",
  summary: "A name that corosync connects to should stand in /etc/hosts",
  daemon: "silent",
  check(node, report) {
    const { names } = node.facts;
    const known = (value: string) => names.find(({ name }) => name === value);
    for (const { model } of documentsOf(node, corosync)) {
      const named = model.nodes.flatMap(({ addresses }) => addresses.filter(({ numeric }) => !numeric));
      const first = named.find(({ value }) => known(value));
      const related = first && known(first.value);
      if (!first || !related) continue;
      for (const { value, link, word } of named)
        if (!known(value))
          report(
            word.at,
            `ring${link}_addr ${value} is not in /etc/hosts, where ${first.value} is: without DNS, which a cluster should not depend on, corosync does not start`,
            { related: [{ at: related.at, message: "another node of the list" }] },
          );
    }
  },
});
