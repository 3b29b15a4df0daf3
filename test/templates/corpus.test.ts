import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { hasShared, shared } from "../../scripts/measure/corpus.ts";
import { check } from "../../workspace/check.ts";
import { nodeDisk } from "../../workspace/nodeDisk.ts";
import { openWorkspace } from "../../workspace/open.ts";

/** What is really wrong in a public template: file → the rules that say so. */
const known: Readonly<Record<string, readonly string[]>> = {
  // unicast_src_ip, and no unicast_peer in the file or in what it includes
  "keepalived/templates/pqarmitage.keepalived-devel-tools__configs-679-track_file-template_vrrp_instance": [
    "keepalived/unicast-without-peers",
  ],
};

/** In languages that halint does not know: Mako, and Python's str.format. */
const ofOthers = /^(?:interfaces|corosync\/templates\/.*\.py\.L\d+$)/;

const isTemplate = (path: string): boolean =>
  /\.(?:j2|jinja2?|erb|epp|tmpl|gotmpl|tpl|ctmpl|template)$/.test(path) || path.includes("/templates/");

const filesIn = (folder: string): string[] =>
  readdirSync(new URL(`corpus/${folder}/`, shared), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      `${entry.parentPath}/${entry.name}`.replace(fileURLToPath(new URL("corpus/", shared)), ""),
    )
    .map((path) => path.replace(/\/{2,}/g, "/"));

const folders = ["haproxy", "keepalived", "corosync", "galera", "interfaces"];
const templates = hasShared ? folders.flatMap(filesIn).filter(isTemplate) : [];

describe.skipIf(!hasShared)("public templates have no error but those that are true", () => {
  test("there are some", () => expect(templates.length).toBeGreaterThan(20));
  test.each(templates)("%s", async (path) => {
    const file = fileURLToPath(new URL(`corpus/${path}`, shared));
    const { findings, workspace } = check(await openWorkspace([file], { disk: nodeDisk, cwd: "/" }));
    const errors = findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
    expect(errors).toEqual(known[path] ?? []);
    expect(workspace.layout.length).toBe(ofOthers.test(path) ? 0 : 1);
  });
});
