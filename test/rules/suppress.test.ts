import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formats } from "../../parsers/index.ts";
import { applyEdits } from "../../rules/fix.ts";
import { lintFiles, lintText } from "../support/cluster.ts";
import { shown } from "../support/tree.ts";

const vrrp = (...lines: string[]): string => `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
${lines.map((line) => `    ${line}\n`).join("")}    virtual_ipaddress {
        192.0.2.1/24
    }
}
`;
const path = "/etc/keepalived/keepalived.conf";
const found = (text: string): string[] =>
  lintFiles({ [path]: text }).map((finding) => /:(\d+:\d+ \w+ \S+):/.exec(shown(finding))![1]!);
const unknown = "schema/unknown-keyword";
const foundAt = (line: number): string => `${line}:5 error ${unknown}`;

describe("a comment suppresses", () => {
  test.each([
    [
      "the line below it",
      [`# halint-disable-next-line ${unknown}`, "advert_jitter 5", "advert_jitters 5"],
      [foundAt(6)],
    ],
    [
      "what stands below further comments",
      [`# halint-disable-next-line ${unknown} -- x`, "# y", "", "advert_jitter 5"],
      [],
    ],
    ["its own line", [`advert_jitter 5 # halint-disable-line ${unknown}`, "advert_jitter 6"], [foundAt(5)]],
    [
      "to the end of its block",
      [`! halint-disable ${unknown}`, "advert_jitter 5", "garp_x {", "}", "advert_jitter 6"],
      [],
    ],
    [
      "to where it is ended",
      [`! halint-disable ${unknown}`, "advert_jitter 5", `! halint-enable ${unknown}`, "advert_jitter 6"],
      [foundAt(7)],
    ],
    [
      "to where all is ended",
      [`! halint-disable ${unknown}`, "advert_jitter 5", "! halint-enable", "advert_jitter 6"],
      [foundAt(7)],
    ],
    ["a whole file", ["advert_jitter 5", `# halint-disable-file schema/* -- not ours`], []],
    [
      "several rules",
      [`advert_jitter 5 # halint-disable-line ${unknown}, schema/wrong-value`],
      ["4:67 warning halint/unused-suppression"],
    ],
    [
      "nothing but the rules it names",
      [`advert_jitter 5 # halint-disable-line schema/wrong-value`],
      [foundAt(4), "4:43 warning halint/unused-suppression"],
    ],
    ["nothing in prose", [`advert_jitter 5 # see halint-disable-line ${unknown}`], [foundAt(4)]],
  ])("%s", (_, lines, expected) => expect(found(vrrp(...lines))).toEqual(expected));

  test("no further than its block", () => {
    const text = vrrp(`# halint-disable ${unknown}`, "advert_jitter 5");
    expect(
      found(
        `${text}${text
          .replace(/ *#.*\n/, "")
          .replace("VI_1", "VI_2")
          .replace("51", "52")
          .replace("192.0.2.1", "192.0.2.2")}`,
      ),
    ).toEqual([foundAt(13)]);
  });

  test("to the end of a section, which the next header ends", () => {
    const proxy = (name: string, port: number, note = "") =>
      `frontend ${name}\n    mode http\n${note}    bind :${port}\n    timeout client 5s\n    timeoutt client 5s\n    default_backend b\n`;
    const text = (note: string) =>
      `${proxy("a", 80, note)}${proxy("c", 81)}backend b\n    mode http\n    timeout connect 5s\n    timeout server 5s\n    server s 192.0.2.1:80\n`;
    const lines = (note: string): number[] =>
      lintFiles({ "/etc/haproxy/haproxy.cfg": text(note) })
        .filter(({ rule }) => rule === unknown)
        .map(({ at }) => at.source.text.slice(0, at.start).split("\n").length);
    expect(lines("")).toEqual([5, 11]);
    expect(lines(`    # halint-disable ${unknown}\n`)).toEqual([12]);
  });

  test("all lines of a statement that begins below it, and in XML with the reason after a colon", () => {
    const cib = (note: string) =>
      `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0">\n${note}  <configurations\n    x="1"/>\n</cib>\n`;
    const rules = (note: string): string[] =>
      lintFiles({ "/var/lib/pacemaker/cib/cib.xml": cib(note) }).map(({ rule }) => rule);
    const [first] = lintFiles({ "/var/lib/pacemaker/cib/cib.xml": cib("") }).filter(
      ({ at }) => at.source.text.slice(0, at.start).split("\n").length === 2,
    );
    expect(first).toBeDefined();
    expect(rules("")).toContain(first!.rule);
    expect(rules(`  <!-- halint-disable-next-line ${first!.rule}: a test -->\n`)).not.toContain(first!.rule);
  });

  test("a finding of the whole cluster where its main place stands, and says nothing of it where machines are missing", () => {
    const node = (state: string, interval: number, note = "") =>
      vrrp(`state ${state}`, ...(note ? [note] : []), `advert_int ${interval}`);
    const rules = (files: Record<string, string>): string[] =>
      lintFiles(files).map(({ rule, at }) => `${at.source.path[0]} ${rule}`);
    const both = (note: string, second = 3) => ({
      [`a${path}`]: node("MASTER", 1, note),
      [`b${path}`]: node("BACKUP", second),
    });
    const mismatch = "cluster/advert-int-mismatch";
    const note = `# halint-disable-next-line ${mismatch}`;
    expect(rules(both(""))).toContain(`a ${mismatch}`);
    expect(rules(both(note))).not.toContain(`a ${mismatch}`);
    expect(rules(both(note, 1))).toContain("a halint/unused-suppression");
    expect(rules({ [`a${path}`]: node("MASTER", 1, note) })).not.toContain("a halint/unused-suppression");
  });
});

test("a fix takes out an unused comment, or what is unused of it", () => {
  const fixed = (text: string): string => {
    const edits = lintFiles({ [path]: text }).flatMap(({ fix, rule }) =>
      rule === "halint/unused-suppression" ? (fix?.edits ?? []) : [],
    );
    return applyEdits(text, edits);
  };
  expect(fixed(vrrp(`# halint-disable-line ${unknown}`, "advert_int 1"))).toBe(vrrp("advert_int 1"));
  expect(fixed(vrrp(`advert_int 1  # halint-disable-line ${unknown}`))).toBe(vrrp("advert_int 1"));
  const two = (rules: string) => vrrp(`advert_jitter 1  # halint-disable-line ${rules} -- x`);
  expect(fixed(two(`schema/wrong-value, ${unknown}`))).toBe(two(unknown));
  expect(fixed(two(`${unknown}, schema/wrong-value`))).toBe(two(unknown));
});

test("any comment in any format is read without a fault", () => {
  const word = fc.constantFrom(
    "#",
    "!",
    ";",
    "//",
    "<!--",
    "-->",
    "/*",
    "*/",
    "halint-disable",
    "halint-enable",
    "halint-disable-file",
    "halint-disable-next-line",
    "halint-",
    "schema/*",
    "*",
    unknown,
    ",",
    "--",
    ":",
    "{",
    "}",
    "\n",
    "\r\n",
    " ",
    "a",
    '"',
  );
  fc.assert(
    fc.property(fc.constantFrom(...formats), fc.array(word, { maxLength: 30 }), (format, words) => {
      const text = words.join("");
      for (const { at } of lintText(format, text)) expect(at.end).toBeLessThanOrEqual(text.length);
    }),
    { seed: 6, numRuns: 300 },
  );
});
