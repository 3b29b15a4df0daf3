import { describe, expect, test } from "vitest";
import { version } from "../../package.json";
import { right, run } from "./run.ts";

const path = "c/n/etc/keepalived/keepalived.conf";
const hints = async (
  files: Readonly<Record<string, string>>,
  ...paths: string[]
): Promise<readonly string[]> =>
  JSON.parse((await run(["doctor", "-f", "json", ...paths], { files })).out).hints;

const drbd = `resource r0 {
  device /dev/drbd0;
  on n { address 192.0.2.1:7788; disk /dev/vg/a; meta-disk internal; }
  on other.example.org { address 192.0.2.2:7788; disk /dev/vg/a; meta-disk internal; }
}
`;

describe("halint doctor", () => {
  test("tells versions, config, what is found and which checkers are there", async () => {
    const files = { [path]: right, "halint.config.json": '{ "targets": { "keepalived": "2.2.7" } }' };
    const { code, out, err } = await run(["doctor"], { files });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`halint    ${version}, Node ${process.version}, `);
    expect(out).toMatch(/^config {4}halint\.config\.json: the nearest one from /m);
    expect(out).toContain("targets   keepalived 2.2.7\n");
    expect(out).toContain("found     1 cluster, 1 node, 1 file: 1 keepalived\n");
    expect(out).toMatch(/^checkers {2}keepalived (?:in \/|is not installed)/m);
    expect(out).not.toMatch(/keepalived \d\S* in/);
    expect(out).not.toContain("hints");
  });

  test("as JSON", async () => {
    const { code, out } = await run(["doctor", "-f", "json", "-t", "debian-12"], {
      files: { [path]: right },
    });
    expect(code).toBe(0);
    const told = JSON.parse(out);
    expect(told).toMatchObject({
      halint: version,
      config: { path: null, why: expect.stringContaining("there is no halint.config") },
      found: { clusters: 1, nodes: 1, files: 1, formats: { keepalived: 1 } },
      hints: [],
    });
    expect(told.checkers).toHaveLength(5);
    expect(told.checkers[0]).toMatchObject({ daemon: "keepalived", version: null, target: "2.2.7" });
  });

  test("asks for versions when it is told to, and minds that another one is checked for", async () => {
    const given = { files: { [path]: right } };
    const { checkers, hints } = JSON.parse(
      (await run(["doctor", "-f", "json", "--with-daemons", "-t", "keepalived=2.0.1"], given)).out,
    );
    const [keepalived] = checkers;
    expect(keepalived.version === null).toBe(keepalived.path === null);
    expect(hints.some((hint: string) => hint.startsWith("keepalived "))).toBe(keepalived.path !== null);
  });

  test("ends with 2 where nothing is found or a path is not there", async () => {
    expect(await run(["doctor"], { files: {} })).toMatchObject({ code: 2, err: "" });
    expect((await hints({}))[0]).toMatch(/^no file that halint knows is here/);
    const { code, out } = await run(["doctor", "c", "none"], { files: { [path]: right } });
    expect(code).toBe(2);
    expect(out).toContain("none: no such file or folder");
  });

  test("hints at files that stand alone and at machines that are apart", async () => {
    expect(await hints({ "a/keepalived.conf": right, "b/keepalived.conf": right })).toEqual([
      expect.stringMatching(/^2 files stand alone, each judged by itself/),
    ]);
    const apart = { "c/n/etc/hosts": "", [path]: right, "d/n/etc/keepalived/keepalived.conf": right };
    expect(await hints(apart)).toEqual([
      expect.stringMatching(/^n is there 2 times \(c, d\): where it is one machine/),
      expect.stringMatching(/^no two machines are taken for one cluster/),
    ]);
  });

  test("hints at names that no machine has", async () => {
    expect(await hints({ "c/n/etc/drbd.conf": drbd })).toEqual([
      expect.stringMatching(/^drbd names other\.example\.org, but no machine here is called so/),
    ]);
    expect(await hints({ "c/n/etc/drbd.conf": drbd, "c/other/etc/drbd.conf": drbd })).toEqual([]);
    const config = '{ "nodes": { "n": { "root": "c/n" }, "m": { "root": "c/m" } } }';
    const named = await hints({ [path]: right, "c/m/x": "", "halint.config.json": config });
    expect(named).toContain("halint.config.json names m, of which no file was read");
  });

  test("hints at what it cannot read", async () => {
    const told = await hints({ [path]: right, "c/m/etc/keepalived/keepalived.conf": "\0" });
    expect(told[0]).toMatch(/^c\/m\/etc\/keepalived\/keepalived\.conf: this file holds NUL bytes/);
    expect(await hints({ "keepalived.conf": `${right}include /opt/more.conf\n` })).toEqual([
      "keepalived.conf includes what is not here: nothing is said to be missing in it",
    ]);
  });
});
