import { describe, expect, test } from "vitest";
import { sourceOf } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import {
  familyAndVersion,
  isStrict,
  priorityOf,
  stateOf,
  versionOf,
} from "../../rules/keepalived/instance.ts";
import { readRule } from "../../rules/keepalived/policy-rule.ts";
import { readRoute } from "../../rules/keepalived/route.ts";
import { lintText } from "../support/cluster.ts";

const modelOf = (text: string) => keepalived.model(keepalived.parse(sourceOf("text", text)));
const instanceOf = (body: string) => modelOf(`vrrp_instance V {\n${body}\n}\n`).vrrpInstances[0]!;
const rulesOf = (text: string, targets = {}): string[] => [
  ...new Set(lintText(keepalived, text, targets).map(({ rule }) => rule)),
];

describe("what keepalived makes of an instance", () => {
  test("the first address decides on the family", () => {
    expect(familyAndVersion(instanceOf("virtual_ipaddress {\n fe80::1/64\n}")).family).toBe(6);
    expect(
      familyAndVersion(instanceOf("unicast_src_ip 10.0.0.1\nvirtual_ipaddress {\n fe80::1\n}")).family,
    ).toBe(4);
    expect(familyAndVersion(instanceOf("native_ipv6\nvirtual_ipaddress {\n 10.0.0.4\n}")).family).toBe(6);
    expect(familyAndVersion(instanceOf("")).family).toBe(4);
  });

  test("the version is the instance's, IPv6's or the global one", () => {
    const { globals } = modelOf("global_defs {\n vrrp_version 3\n}\n");
    const none = modelOf("").globals;
    expect(versionOf(instanceOf(""), none, false)).toBe(2);
    expect(versionOf(instanceOf(""), globals, false)).toBe(3);
    expect(versionOf(instanceOf("version 2"), globals, false)).toBe(2);
    expect(versionOf(instanceOf("virtual_ipaddress {\n fe80::1\n}"), none, false)).toBe(3);
  });

  test("a MASTER without priority has 255, a later BACKUP does not undo MASTER", () => {
    expect(priorityOf(instanceOf("state MASTER"))).toBe(255);
    expect(priorityOf(instanceOf("state BACKUP"))).toBe(100);
    expect(priorityOf(instanceOf("state MASTER\npriority {{ priority }}"))).toBeUndefined();
    expect(stateOf(instanceOf("state MASTER\nstate BACKUP"))).toBe("MASTER");
    expect(stateOf(instanceOf("state {{ state }}"))).toBeUndefined();
  });

  test("vrrp_strict is a mere flag before 2.3.0", () => {
    const { globals } = modelOf("global_defs {\n vrrp_strict off\n}\n");
    expect(isStrict(instanceOf(""), globals, { keepalived: "2.2.7" })).toBe(true);
    expect(isStrict(instanceOf(""), globals, { keepalived: "2.3.0" })).toBe(false);
    expect(
      isStrict(instanceOf("strict_mode off"), modelOf("global_defs {\n vrrp_strict\n}").globals, {}),
    ).toBe(false);
  });
});

describe("routes and rules", () => {
  const linesOf = (keyword: string, line: string) => instanceOf(`${keyword} {\n ${line}\n}`);
  const route = (line: string) =>
    readRoute({ statement: linesOf("virtual_routes", line).virtualRoutes[0]!, fixed: false }).faults.map(
      ({ message }) => message,
    );
  const rule = (line: string) =>
    readRule({ statement: linesOf("virtual_rules", line).virtualRules[0]!, fixed: false }).faults.map(
      ({ message }) => message,
    );

  test("a word that is no option is the destination", () => {
    expect(route("10.1.0.0/16 via 10.0.0.254 dev eth0")).toEqual([]);
    expect(route("unreachable 10.1.0.0/16")).toEqual([]);
    expect(route("to unreachable 10.1.0.0/16")).toEqual([
      "unreachable is neither an option of a route nor a destination",
    ]);
    expect(route("10.1.0.0/16 metrik 5")).toEqual([
      "metrik is neither an option of a route nor a destination",
    ]);
    expect(route("via 10.0.0.254")).toEqual(["the route has no destination"]);
    expect(route("10.1.0.0/16 via fe80::1")).toEqual(["fe80::1 is IPv6 in an IPv4 line"]);
    expect(route("10.1.0.0/16 dev")).toEqual(["dev needs a value"]);
  });

  test("a rule has one action", () => {
    expect(rule("from 10.1.0.0/16 table 10")).toEqual([]);
    expect(rule("from 10.1.0.0/16 table 10 blackhole")).toEqual([
      "blackhole is the second action after table",
    ]);
    expect(rule("goto 5 priority 100")).toEqual(["goto 5 does not lead forward from preference 100"]);
    expect(rule("from 10.1.0.0/16")[0]).toMatch(/^the rule has no action/);
  });

  test("what a template fills in is not judged", () => {
    expect(route("{{ net }} via {{ gateway }}")).toEqual([]);
    expect(rule("from {{ net }}")).toEqual([]);
  });
});

describe("templates and parts", () => {
  test("nothing is said to be missing beside a template", () => {
    const text = "vrrp_instance V {\n  {{ settings }}\n  virtual_router_id 61\n}\n";
    expect(rulesOf(text)).not.toContain("keepalived/interface-missing");
    expect(rulesOf(text)).not.toContain("keepalived/no-vip");
  });

  test("nothing is said to be missing beside an include that cannot be read", () => {
    const text = "include conf.d/*.conf\nvrrp_instance V {\n  state MASTER\n  virtual_router_id 61\n}\n";
    expect(rulesOf(text)).not.toContain("keepalived/interface-missing");
    expect(rulesOf(text)).not.toContain("keepalived/master-without-priority");
  });

  test("passwords are not printed", () => {
    const text = `vrrp_instance V {\n  authentication {\n    auth_type PASS\n    auth_pass 'zergrush-of-doom';\n  }\n}\n`;
    const messages = lintText(keepalived, text).map(({ message }) => message);
    expect(messages.join("\n")).not.toContain("doom");
    expect(messages.length).toBeGreaterThan(0);
  });
});
