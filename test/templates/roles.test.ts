import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { lint } from "../../rules/engine.ts";
import { nodeDisk } from "../../workspace/nodeDisk.ts";
import { openWorkspace } from "../../workspace/open.ts";
import { shown } from "../support/tree.ts";

const folder = fileURLToPath(new URL("roles", import.meta.url));

describe("templates found in folders", () => {
  test.each(
    readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : [])),
  )("%s", async (name) => {
    const cwd = `${folder}/${name}`;
    const { clusters, layout, problems } = await openWorkspace([cwd], { disk: nodeDisk, cwd });
    const groups = layout.flatMap(({ nodes }) =>
      nodes.map((node) => `${node.name || "-"}: ${node.files.map(({ source }) => source.path).join(" ")}`),
    );
    const findings = [...problems, ...lint(clusters)].filter(({ severity }) => severity !== "info");
    await expect([...groups, ...findings.map(shown)].map((one) => `${one}\n`).join("")).toMatchFileSnapshot(
      `${cwd}.txt`,
    );
  });
});
