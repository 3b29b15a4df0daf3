import { corosync } from "../../parsers/corosync/index.ts";
import { settledRule } from "./settled.ts";

export const nodeNameTwice = settledRule({
  id: "corosync/node-name-twice",
  severity: "error",
  summary: "Two nodes must not have the same name",
  format: corosync,
  daemon: "silent",
  check({ nodes }, report) {
    const first = new Map<string, (typeof nodes)[number]>();
    for (const node of nodes) {
      const { name } = node;
      const earlier = name && first.get(name.value);
      if (name && !earlier) first.set(name.value, node);
      else if (name && earlier)
        report(
          name.word.at,
          `two nodes have the name ${name.value}: each machine of that name takes itself for the first of them`,
          {
            related: [{ at: earlier.name!.word.at, message: "the first one" }],
          },
        );
    }
  },
});
