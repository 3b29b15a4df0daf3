import type { Word } from "../../parsers/core/tree.ts";
import { hostname } from "../../parsers/hostname/index.ts";
import { clusterRule } from "../rule.ts";
import { modelsOf } from "./model.ts";

export const hostNameTwice = clusterRule({
  id: "cluster/host-name-twice",
  severity: "warning",
  summary: "Each machine should have a host name of its own",
  daemon: "silent",
  check(cluster, report) {
    const first = new Map<string, Word>();
    for (const { name: word } of cluster.nodes.flatMap((node) => modelsOf(node, hostname))) {
      const name = word?.value.toLowerCase() ?? "";
      const other = first.get(name);
      if (!word || /^(?:localhost(?:\..*)?)?$/.test(name)) continue;
      if (!other) first.set(name, word);
      else if (other.at.source !== word.at.source)
        report(
          word.at,
          `${word.value} is also the name of another machine: what goes by host names (corosync, DRBD, peers of haproxy) takes each for the other`,
          { related: [{ at: other.at, message: "the same name" }] },
        );
    }
  },
});
