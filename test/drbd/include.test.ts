import { describe, expect, test } from "vitest";
import type { ReadContext } from "../../parsers/core/format.ts";
import { type Source, sourceOf } from "../../parsers/core/source.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { effective } from "../../parsers/drbd/model.ts";

const reading = (files: Readonly<Record<string, readonly Source[] | undefined>>): ReadContext => ({
  include: (pattern) => files[pattern],
});
const read = (text: string, files: Readonly<Record<string, readonly Source[] | undefined>>) =>
  drbd.read!(sourceOf("/etc/drbd.conf", text), reading(files));
const file = (path: string, text: string): Source => sourceOf(path, text);

describe("include", () => {
  const common = file("/etc/drbd.d/global_common.conf", "common { net { timeout 50; } }\n");
  const res = file("/etc/drbd.d/r0.res", "resource r0 { }\n");
  const text = 'include "drbd.d/global_common.conf";\ninclude "drbd.d/*.res";\n';

  test("files are read where they are included, each with its own place", () => {
    const tree = read(text, { "drbd.d/global_common.conf": [common], "drbd.d/*.res": [res] });
    const model = drbd.model(tree);
    expect(model.resources.map(({ name }) => name.word.at.source)).toEqual([res]);
    expect(effective(model.resources[0]!, "net", "timeout")?.from).toBe("common");
    expect(tree.mistakes).toEqual([]);
  });

  test("a file is read once, also where it includes itself", () => {
    const loop = file("/etc/drbd.d/r0.res", 'include "drbd.d/*.res";\nresource r0 { }\n');
    const tree = read(text, { "drbd.d/global_common.conf": [common, common], "drbd.d/*.res": [loop, loop] });
    expect(drbd.model(tree).resources).toHaveLength(1);
  });

  test("a file named in full must be there, a wildcard may match nothing, and the unknown is silent", () => {
    const rules = (files: Readonly<Record<string, readonly Source[] | undefined>>) =>
      read(text, files).mistakes.map(({ rule }) => rule);
    expect(rules({ "drbd.d/global_common.conf": [], "drbd.d/*.res": [] })).toEqual(["drbd/include-missing"]);
    expect(rules({})).toEqual([]);
  });

  test("the mistakes of included files are told at their place", () => {
    const broken = file("/etc/drbd.d/r0.res", "resource r0 { protocol C }\n");
    const [mistake] = read(text, { "drbd.d/*.res": [broken] }).mistakes;
    expect(mistake?.at.source).toBe(broken);
  });

  test("no include inside a resource", () => {
    const tree = read('resource r0 { include "x"; }\n', { x: [res] });
    expect(drbd.model(tree).resources).toHaveLength(1);
  });
});

describe("template-file", () => {
  const template = file("/etc/drbd.d/t", "common { net { timeout 40; } }\n");
  const text = 'common { net { timeout 60; ping-int 5; } }\nresource r0 { template-file "drbd.d/t"; }\n';

  test("takes the place of common", () => {
    const [resource] = drbd.model(read(text, { "drbd.d/t": [template] })).resources;
    expect(effective(resource!, "net", "timeout")?.value).toBe("40");
    expect(effective(resource!, "net", "ping-int")).toBeUndefined();
  });

  test("must be there", () => {
    expect(read(text, { "drbd.d/t": [] }).mistakes.map(({ rule }) => rule)).toEqual(["drbd/include-missing"]);
  });
});

test("told by content: no stranger's .conf or .res", () => {
  const like = drbd.looksLike!;
  expect(like('include "drbd.d/global_common.conf";\ninclude "drbd.d/*.res";\n')).toBe(true);
  expect(like("resource r0 {\n  on a {\n    address 10.0.0.1:1;\n")).toBe(true);
  expect(like("global {\n  usage-count yes;\n}\n")).toBe(true);
  expect(like("global {\n  log 127.0.0.1\n}\n")).toBe(false);
  expect(like("let resource = {\n  a: 1\n}\n")).toBe(false);
  expect(like("vrrp_instance a {\n")).toBe(false);
});
