import { describe, expect, test } from "vitest";
import { elsewhereOf } from "../../parsers/core/elsewhere.ts";
import { sourceOf } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { lintFiles, lintText } from "../support/cluster.ts";
import { context, readText } from "./helpers.ts";

const instance = (lines: string): string =>
  `vrrp_instance V {\n interface eth0\n virtual_router_id 61\n${lines}\n virtual_ipaddress {\n  10.0.0.4/24\n }\n}\n`;

const found = (lines: string): string[] =>
  lintText(keepalived, instance(lines), { keepalived: "2.2.7" }).map(
    ({ rule, message, at: { start, end, source } }) =>
      `${source.text.slice(start, end)} | ${rule}: ${message}`,
  );

const both = "@r1 state MASTER\n@r2 state BACKUP\n";

describe("lines for hosts of other ids", () => {
  test.each([
    ["are sound", `${both}@r1 priority 100\n@r2 priority 90`, []],
    [
      "are sound for all but one",
      "@r1 state MASTER\n@^r1 state BACKUP\n@r1 priority 100\n@^r1 priority 90",
      [],
    ],
    [
      "have a wrong keyword",
      "@r1 state MASTER\n@r2 statee BACKUP\npriority 100",
      ["statee | schema/unknown-keyword: unknown keyword statee in vrrp_instance, did you mean state?"],
    ],
    [
      "have a wrong value",
      `${both}@r1 priority 100\n@r2 priority 900`,
      ["900 | schema/wrong-value: priority 900 is outside 1 to 255: 100 is used instead"],
    ],
    [
      "have a fault for all but one",
      "state BACKUP\n@r1 priority 100\n@^r1 prioritty 90",
      [
        "prioritty | schema/unknown-keyword: unknown keyword prioritty in vrrp_instance, did you mean priority?",
      ],
    ],
    ["set again what all are told", `${both}priority 90\n@r2 priority 80`, []],
    [
      "set a value twice for one host",
      `${both}priority 90\n@r2 priority 80\n@^r1 priority 70`,
      ["priority 80 | schema/repeated-setting: priority is set again below: this one is ignored"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(found(lines)).toEqual(expected);
  });

  test("have an unclosed quote", () => {
    expect(found('state BACKUP\n@r1 priority 100\n@^r1 priority "90')[0]).toMatch(/syntax\/unclosed-quote/);
  });

  test("are judged for each host that has the file, once", () => {
    const text = instance("state BACKUP\n@zerg priority 100\n@protoss priority 900");
    const path = "etc/keepalived/keepalived.conf";
    const findings = lintFiles({ [`zerg/${path}`]: text, [`protoss/${path}`]: text });
    expect(
      findings.filter(({ rule }) => rule === "schema/wrong-value").map(({ at }) => at.source.path),
    ).toEqual([`protoss/${path}`, `zerg/${path}`]);
  });

  test("say nothing where keepalived was given its id", () => {
    const source = sourceOf("text", instance("state BACKUP\n@r1 priority 100\n@r2 priority 900"));
    const others = (configId?: string) =>
      elsewhereOf(keepalived.read!(source, { ...context(), ...(configId ? { configId } : {}) })).length;
    expect([others(), others("r1"), others("r3")]).toEqual([1, 0, 0]);
  });

  test("say of what only they include that it is not known", () => {
    const text = instance("state BACKUP\n@r1 priority 100\n@r2 include r2.conf");
    const [other] = elsewhereOf(readText(text));
    expect(other!.whole).toBe(false);
  });
});
