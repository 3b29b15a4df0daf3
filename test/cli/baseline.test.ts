import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import schema from "../../schemas/baseline.schema.json" with { type: "json" };
import { folderOf } from "../workspace/toy.ts";
import { run, wrong } from "./run.ts";

const path = "a/etc/keepalived/keepalived.conf";
const file = "halint-baseline.json";
const jitter = (text: string): string => text.replace("    interface", "    advert_jitter 1\n    interface");

const baselineIn = (cwd: string) => JSON.parse(readFileSync(join(cwd, file), "utf8"));

describe("a baseline", () => {
  test("hides what it knows, wherever its lines move, and nothing else", async () => {
    const cwd = folderOf({ [path]: wrong });
    const first = await run(["--baseline-write"], { cwd });
    expect(first).toMatchObject({ code: 0, out: "" });
    expect(first.err).toContain("2 known findings\n");
    expect(first.err).toContain("no new findings");
    expect(first.err).toContain("2 in the baseline");
    expect(first.err).toContain(`it counts with --baseline ${file}`);
    const baseline = baselineIn(cwd);
    expect(new Ajv().validate(schema, baseline)).toBe(true);
    expect(baseline.count).toBe(2);
    expect(Object.keys(baseline.files)).toEqual(["a:/etc/keepalived/keepalived.conf"]);

    writeFileSync(join(cwd, path), `# moved\n\n${jitter(wrong)}`);
    const second = await run(["--baseline", file], { cwd });
    expect(second.code).toBe(1);
    expect(second.out).toContain("advert_jitter");
    expect(second.out).not.toContain("virtual_router_idd");
    expect(second.err).toContain("2 in the baseline");
    expect((await run([], { cwd })).out).toContain("virtual_router_idd");
  });

  test("is named by halint.config too, from wherever halint is run", async () => {
    const cwd = folderOf({ [path]: wrong, "halint.config.yaml": `baseline: ${file}\n` });
    await run(["--baseline-write"], { cwd });
    expect(await run(["."], { cwd: join(cwd, "a") })).toMatchObject({ code: 0, out: "" });
  });

  test("only becomes smaller by --baseline-prune, and keeps what it says of files that are not read", async () => {
    const cwd = folderOf({
      [path]: jitter(wrong),
      "b/etc/keepalived/keepalived.conf": wrong.replace("51", "52"),
    });
    await run(["--baseline-write"], { cwd });
    const { count, files } = baselineIn(cwd);
    writeFileSync(join(cwd, path), wrong.replace("    interface", "    advert_jitters 1\n    interface"));
    const told = await run(["--baseline", file, "a"], { cwd });
    expect(told.err).toContain("1 finding of the baseline is no more: --baseline-prune takes them out");
    expect(baselineIn(cwd).count).toBe(count);
    const pruned = await run(["--baseline-prune", "a"], { cwd });
    expect(pruned.err).toContain(`${count - 1} known findings, 1 fewer`);
    expect(pruned.out).toContain("advert_jitters");
    expect(baselineIn(cwd).count).toBe(count - 1);
    expect(Object.keys(baselineIn(cwd).files)).toEqual(Object.keys(files));
  });

  test.each([
    ["{", "halint-baseline.json: "],
    ['{"version":2,"files":{}}', "this is no baseline of halint"],
    ['{"version":1,"files":{"a":{"b":{"fingerprints":"c"}}}}', "this is no baseline of halint"],
  ])("that is none is a mistake of the user: %s", async (text, message) => {
    const { code, err } = await run(["--baseline", file], { files: { [path]: wrong, [file]: text } });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) });
  });

  test("that is not there is one too", async () => {
    const { code, err } = await run(["--baseline", file], { files: { [path]: wrong } });
    expect(code).toBe(2);
    expect(err).toContain("no such file or folder; halint --baseline-write makes a baseline");
    expect((await run(["--baseline-prune"], { files: { [path]: wrong } })).code).toBe(2);
  });
});
