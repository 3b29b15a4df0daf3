import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { picture } from "../../../cli/reporters/picture.ts";
import { check } from "../../../workspace/check.ts";
import { nodeDisk } from "../../../workspace/nodeDisk.ts";
import { openWorkspace } from "../../../workspace/open.ts";

test.each([
  {
    example: "lvs-dr",
    shared: ["10.0.0.4", "/dev/drbd1"],
    nodes: ["protoss", "supermente", "terran", "zerg"],
  },
  { example: "galera-pacemaker", shared: ["10.0.0.250"], nodes: ["nodoha", "nodoha2", "nodoha3", ""] },
])("the picture of $example has its machines and what they share", async ({ example, shared, nodes }) => {
  const cwd = fileURLToPath(new URL("../../../examples/", import.meta.url));
  const report = check(await openWorkspace([example], { disk: nodeDisk, cwd }));
  const [cluster] = report.workspace.clusters;
  const svg = picture(cluster!, report);
  const found = (name: string): string[] =>
    [...svg.matchAll(new RegExp(`${name}="([^"]*)"`, "g"))].map(([, value]) => value!);
  expect(found("data-find")).toEqual(shared);
  expect(found("data-node")).toEqual(nodes);
});
