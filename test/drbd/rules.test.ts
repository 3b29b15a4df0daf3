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
