import { describe, expect, test } from "vitest";
import { drbd } from "../../parsers/drbd/index.ts";
import { applyEdits } from "../../rules/fix.ts";
import { type Files, lintFiles, lintText } from "../support/cluster.ts";

const rulesOf = (files: Files, targets = {}): string[] => [
  ...new Set(lintFiles(files, targets).map(({ rule }) => rule)),
];
const resource = (body = "", name = "r0", last = 9): string => `resource ${name} {
  device /dev/drbd${last};
  disk /dev/vg0/${name};
  ${body}
  on protoss {
    node-id 0;
    address 10.0.0.2:77${last};
  }
  on terran {
    node-id 1;
    address 10.0.0.3:77${last};
  }
}
`;
const good = `common {
  net {
    cram-hmac-alg sha256;
    shared-secret "x y";
    verify-alg crc32c;
  }
  handlers {
    split-brain "/x";
  }
}
`;

describe("what may stand elsewhere is not missed", () => {
  test("a resource alone is a part: common lies in another file", () => {
    expect(rulesOf({ "/etc/drbd.d/r0.res": resource() })).toEqual([]);
    expect(
      rulesOf({ "/etc/drbd.d/r0.res": resource("net { allow-two-primaries; shared-secret x; }") }),
    ).toEqual([]);
  });

  test("together they are judged as one", () => {
    const include = 'include "drbd.d/global_common.conf";\ninclude "drbd.d/*.res";\n';
    const files = (common: string): Files => ({
      "/etc/drbd.conf": include,
      "/etc/drbd.d/global_common.conf": common,
      "/etc/drbd.d/r0.res": resource(),
    });
    expect(rulesOf(files(good))).toEqual([]);
    expect(rulesOf(files("common {\n}\n"))).toEqual([
      "drbd/no-auth",
      "drbd/no-verify-alg",
      "drbd/split-brain-no-notice",
    ]);
  });

  test("an include that cannot be followed leaves all open", () => {
    const found = lintText(drbd, `include "/else/where/*.conf";\n${resource()}`);
    expect(found.map(({ rule }) => rule)).toEqual([]);
  });

  test("what common sets for two resources is told once", () => {
    const common = good.replace("verify-alg crc32c;", "verify-alg crc32c; allow-two-primaries;");
    const found = lintFiles({ "/etc/drbd.conf": common + resource("", "r0", 1) + resource("", "r1", 2) });
    expect(found.map(({ rule }) => rule)).toEqual(["drbd/dual-primary-no-fencing"]);
  });
});

describe("two primaries", () => {
  const dual = (net: string, more = ""): string[] =>
    rulesOf({ "/etc/drbd.conf": `${good}${resource(`net { allow-two-primaries; ${net} } ${more}`)}` });
  const handlers = 'handlers { fence-peer "/x"; }';

  test("need resource-and-stonith and the handler", () => {
    expect(dual("")).toEqual(["drbd/dual-primary-no-fencing"]);
    expect(dual("fencing resource-only;", handlers)).toEqual(["drbd/dual-primary-no-fencing"]);
    expect(dual("fencing resource-and-stonith;")).toEqual(["drbd/dual-primary-no-fencing"]);
    expect(dual("fencing resource-and-stonith;", handlers)).toEqual([]);
  });

  test("drbd 8 has the policy in disk", () => {
    const text = `${good}${resource(`net { allow-two-primaries; } disk { fencing resource-and-stonith; } ${handlers}`)}`;
    expect(rulesOf({ "/etc/drbd.conf": text.replace(/ +node-id .;\n/g, "") }, { drbd: "8.4" })).not.toContain(
      "drbd/dual-primary-no-fencing",
    );
  });

  test("bare, yes and no", () => {
    const set = (value: string): string[] =>
      rulesOf({ "/etc/drbd.conf": `${good}${resource(`net { allow-two-primaries ${value}; }`)}` });
    expect(set("no")).toEqual([]);
    expect(set("yes")).toEqual(["drbd/dual-primary-no-fencing"]);
  });
});

describe("syncer is taken apart", () => {
  const fixed = (text: string): string => {
    const [found] = lintText(drbd, text).filter(({ rule }) => rule === "drbd/syncer-section");
    return applyEdits(text, found!.fix!.edits);
  };

  test("into sections of its own", () => {
    const text = "common {\n  syncer { rate 10M; after r0; verify-alg sha1; cpu-mask 3; }\n}\n";
    expect(fixed(text)).toBe(
      "common {\n  disk { resync-rate 10M; resync-after r0; }\n  net { verify-alg sha1; }\n  options { cpu-mask 3; }\n}\n",
    );
  });

  test("into the sections that are there", () => {
    const text = "common {\n  net { protocol C; }\n  syncer { verify-alg sha1; }\n}\n";
    expect(fixed(text)).toBe("common {\n  net { protocol C; verify-alg sha1; }\n  \n}\n");
  });

  test("and what comes out is taken by drbd 9.22", () => {
    const text = "common {\n  syncer { rate 10M; c-plan-ahead 0; csums-alg sha1; }\n}\n";
    const refused = (one: string) =>
      lintText(drbd, one, { drbd: "9.22" }).filter(({ daemon }) => daemon === "rejects").length;
    expect(refused(text)).toBe(2);
    expect(refused(fixed(text))).toBe(0);
  });
});

test("templates are not judged by what is not known of them", () => {
  const text = `resource {{ name }} {
  device /dev/drbd{{ minor }};
  disk {{ disk }};
{% for host in hosts %}
  on {{ host }} {
    address {{ ip }}:{{ port }};
    node-id {{ id }};
  }
{% endfor %}
}
`;
  const found = lintFiles({ "/etc/drbd.d/r0.res": text }).filter(({ severity }) => severity === "error");
  expect(found).toEqual([]);
});

test("a resource written twice on one machine is not compared as if another machine had it", () => {
  const twice = `${resource()}${resource("", "r0", 8)}`;
  expect(rulesOf({ "protoss/etc/drbd.d/r0.res": twice })).not.toContain("cluster/drbd-file-drift");
});

/** As drbdadm 9.22, 8.4 and 8.3 tell "Parse error" of them. */
test.each([
  ["_this_host", ["schema/wrong-value", "schema/wrong-value", "schema/wrong-value"]],
  ["_remote_host", ["schema/wrong-value", "schema/wrong-value", "schema/wrong-value"]],
  ["options", ["drbd/reserved-name", "drbd/reserved-name", ""]],
  ["volume", ["drbd/reserved-name", "drbd/reserved-name", ""]],
  ["cmd-timeout-short", ["drbd/reserved-name", "drbd/reserved-name", ""]],
  ["udev-always-use-vnr", ["drbd/reserved-name", "drbd/reserved-name", ""]],
  ["host", ["drbd/reserved-name", "", ""]],
  ["connection-mesh", ["drbd/reserved-name", "", ""]],
  ["require-drbd-module-version-eq", ["drbd/reserved-name", "", ""]],
  ["quorum", ["", "", ""]],
])("resource %s", (word, expected) => {
  const named = ["9.22", "8.4", "8.3"].map((drbd) =>
    rulesOf({ "/etc/drbd.d/r0.res": resource().replace("resource r0", `resource ${word}`) }, { drbd })
      .filter((rule) => /reserved-name|wrong-value/.test(rule))
      .join(" "),
  );
  expect(named).toEqual(expected);
});

test("a reserved word names a host, an end and a connection in quotes only", () => {
  const file = `resource r0 {
    device /dev/drbd0; disk /dev/vg/r0; meta-disk internal;
    on alpha { node-id 0; }
    on "path" { node-id 1; }
    connection via { host alpha address 10.0.0.1:7789; host path address 10.0.0.2:7789; }
    connection-mesh { hosts alpha port; }
  }
  resource "hosts" { device /dev/drbd1; disk /dev/vg/r1; meta-disk internal; on node-id { address 10.0.0.1:7790; } }
`;
  const found = lintFiles({ "/etc/drbd.conf": file }).filter(({ rule }) => rule === "drbd/reserved-name");
  expect(found.map(({ message }) => message.split(":")[0]).toSorted()).toEqual([
    "connection via",
    "host path",
    "hosts port",
    "on node-id",
  ]);
});

/** drbdadm 9.22 refuses the first and takes the second. */
describe("the grammar's own words", () => {
  const rejects = (text: string, targets = { drbd: "9.22" }): string[] =>
    lintText(drbd, text, targets)
      .filter(({ daemon }) => daemon === "rejects")
      .map(({ rule, message }) => `${rule}: ${message}`);
  const body = resource("meta-disk internal;");

  test.each([
    ["a quoted section", body.replace("device", '"device"'), "drbd/quoted-keyword"],
    ["a quoted host", body.replace("on protoss", '"on" protoss'), "drbd/quoted-keyword"],
    ["a quoted resource", body.replace("resource", '"resource"'), "drbd/quoted-keyword"],
    ["a second word", body.replace("internal", "internal internal"), "drbd/meta-disk-form"],
    ["a word behind the index", body.replace("internal", "/dev/x [0] x"), "drbd/meta-disk-form"],
    ["a keyword as device of the meta data", body.replace("internal", "no"), "schema/wrong-value"],
    [
      "two hosts without numbers, one without an address",
      body.replace(/node-id \d;/g, "").replace(/address 10.0.0.2:\d+;/, ""),
      "drbd/missing-address",
    ],
    [
      "a proxy that compresses by word",
      `common { proxy { compression on; } }\n${body}`,
      "schema/wrong-value",
    ],
  ])("%s", (_, text, rule) => expect(rejects(text)[0]).toMatch(new RegExp(`^${rule}`)));

  test.each([
    [
      "options in quotes",
      resource('meta-disk internal; net { "ping-timeout" 10; } handlers { "fence-peer" x; }'),
    ],
    ["an index apart", body.replace("internal", "/dev/x [0]")],
    ["a keyword in quotes", body.replace("internal", '"no"')],
    ["a host without an address that has a number", body.replace(/address 10.0.0.2:\d+;/, "")],
    ["a proxy that compresses by number", `common { proxy { compression 1; } }\n${body}`],
  ])("%s", (_, text) => expect(rejects(text)).toEqual([]));
});
