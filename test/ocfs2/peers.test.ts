import { expect, test } from "vitest";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { lintText } from "../support/cluster.ts";

/** `o2cb list-cluster` prints one of these nodes, drops the other in silence and ends with 0. */
const text = `cluster:
\tnode_count = 3
\tname = webfs

node:
\tip_port = 7777
\tip_address = 192.168.10.2
\tnumber = 0
\tname = protoss
\tcluster = webfs

node:
\tip_port = 7777
\tip_address = 192.168.10.3
\tnumber = 0
\tname = terran
\tcluster = otherfs
`;

test("a file that o2cb takes in silence: the number twice, a count that is wrong, a node of another cluster", () => {
  const found = lintText(ocfs2, text).map(({ rule, severity, at }) => {
    const line = text.slice(0, at.start).split("\n").length;
    return `${line}: ${severity}: ${rule}`;
  });
  expect(found).toMatchInlineSnapshot(`
    [
      "2: error: ocfs2/node-count",
      "15: error: ocfs2/duplicate-number",
      "17: error: ocfs2/unknown-cluster",
    ]
  `);
});
