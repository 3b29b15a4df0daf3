import { describe, expect, test } from "vitest";
import { cib } from "../../parsers/cib/index.ts";
import { textOf } from "../../parsers/core/source.ts";
import type { Targets } from "../../rules/rule.ts";
import { cibOf } from "../cib/base.ts";
import { lintText } from "../support/cluster.ts";

const told = (text: string, rule: string, targets: Targets = {}): string[] =>
  lintText(cib, text, targets)
    .filter((finding) => finding.rule === `pacemaker/${rule}`)
    .map(({ at, daemon }) => `${textOf(at)} ${daemon}`);

const property = (name: string, value: string): string =>
  `<nvpair id="x-${name}" name="${name}" value="${value}"/>`;
const order = (first: string, then: string, more = ""): string =>
  `<rsc_order id="${first}-${then}" first="${first}" then="${then}" ${more}/>`;
const services = (...ids: readonly string[]): string =>
  ids.map((id) => `<primitive id="${id}" class="systemd" type="${id}"/>`).join("");

describe("pacemaker/constraint-loop", () => {
  const loops = (constraints: string, resources = services("a", "b", "c")): string[] =>
    told(cibOf({ resources, constraints }), "constraint-loop");

  test("circles of any length, each told once at its last order", () => {
    expect(loops(order("a", "b") + order("b", "a"))).toEqual(["b-a silent"]);
    expect(loops(order("c", "a") + order("a", "b") + order("b", "c"))).toEqual(["b-c silent"]);
    expect(loops(order("a", "a"))).toEqual(["a silent"]);
  });

  test("a group against an order of its members", () => {
    const group = `<group id="g">${services("a", "b")}</group>`;
    expect(loops(order("b", "a"), group)).toEqual(["b-a silent"]);
    expect(loops(order("a", "b"), group)).toEqual([]);
  });

  test("sets: crm_verify 2.1.5 aborts where a resource follows itself, of whatever kind the order is", () => {
    const set = (ids: string, more = ""): string =>
      `<resource_set id="s-${ids}" ${more}>${[...ids].map((id) => `<resource_ref id="${id}"/>`).join("")}</resource_set>`;
    const sets = (inside: string, more = ""): string[] =>
      loops(`<rsc_order id="o" ${more}>${inside}</rsc_order>`);
    expect(sets(set("aa"))).toEqual(["a silent"]);
    expect(sets(set("aa"), 'kind="Optional"')).toEqual(["a silent"]);
    expect(sets(set("ab") + set("a"))).toEqual(["a silent"]);
    expect(sets(set("ab", 'sequential="false"') + set("a"))).toEqual(["a silent"]);
    expect(sets(set("aba"))).toEqual(["o silent"]);
    expect(sets(set("aba"), 'kind="Optional"')).toEqual([]);
    expect(sets(set("aa", 'sequential="false"'))).toEqual([]);
    expect(sets(set("ab") + set("c"))).toEqual([]);
    expect(sets(set("a") + set("a", 'action="stop"'))).toEqual([]);
    expect(loops(`<rsc_order id="o">${set("ab")}${set("c")}</rsc_order>${order("c", "a")}`)).toEqual([
      "c-a silent",
    ]);
  });

  test("no circle: other actions, optional orders, a diamond", () => {
    expect(loops(order("a", "b") + order("b", "a", 'first-action="stop"'))).toEqual([]);
    expect(loops(order("a", "b") + order("b", "a", 'kind="Optional"'))).toEqual([]);
    expect(loops(order("a", "b") + order("a", "c") + order("b", "web") + order("c", "web"))).toEqual([]);
  });

  test("a chain of a thousand orders is read at once", () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `r${i}`);
    const chain = ids
      .slice(1)
      .map((id, i) => order(ids[i]!, id))
      .join("");
    expect(loops(chain, services(...ids))).toEqual([]);
    expect(loops(chain + order("r999", "r0"), services(...ids))).toEqual(["r999-r0 silent"]);
  });
});

describe("the version that is asked for", () => {
  const text = cibOf({ properties: property("fencing-enabled", "false") });

  test("a property that came later", () => {
    expect(told(text, "property-unknown")).toEqual([]);
    expect(told(text, "property-unknown", { pacemaker: "2.1.5" })).toEqual(["fencing-enabled silent"]);
    expect(told(text, "stonith-device-disabled")).toEqual(["false silent"]);
    expect(told(text, "stonith-device-disabled", { pacemaker: "2.1.5" })).toEqual([]);
  });

  test("a property that has a new name", () => {
    const old = cibOf({ properties: property("stonith-enabled", "true") });
    expect(told(old, "property-renamed")).toEqual([]);
    expect(told(old, "property-renamed", { pacemaker: "3.0.2" })).toEqual(["stonith-enabled silent"]);
  });
});

describe("nodes", () => {
  const nodes = '<node id="1" uname="Alpha"/><node id="2" uname="beta"/><node id="3" uname="gamma"/>';
  const unknown = (node: string, resources = ""): string[] =>
    told(
      cibOf({ nodes, resources, constraints: `<rsc_location id="l" rsc="web" node="${node}" score="1"/>` }),
      "constraint-node-unknown",
    );

  test("are known by name in any case, as remote or guest nodes and as replicas", () => {
    expect(unknown("alpha")).toEqual([]);
    expect(unknown("delta")).toEqual(["delta silent"]);
    expect(
      unknown("delta", '<primitive id="delta" class="ocf" provider="pacemaker" type="remote"/>'),
    ).toEqual([]);
    const guest = `<primitive id="vm" class="systemd" type="vm"><meta_attributes id="m">${property("remote-node", "delta")}</meta_attributes></primitive>`;
    expect(unknown("delta", guest)).toEqual([]);
    expect(unknown("b-0", '<bundle id="b"><podman image="i"/></bundle>')).toEqual([]);
  });

  test("none or a template's: nothing is said", () => {
    const location = '<rsc_location id="l" rsc="web" node="delta" score="1"/>';
    expect(told(cibOf({ constraints: location }), "constraint-node-unknown")).toEqual([]);
    const open = cibOf({ nodes: '<node id="1" uname="{{ host }}"/>', constraints: location });
    expect(told(open, "constraint-node-unknown")).toEqual([]);
  });
});

describe("values of a template are not judged", () => {
  test.each([
    [cibOf({ properties: property("stonith-enabled", "{{ fencing }}") }), "property-invalid"],
    [cibOf({ properties: property("{{ name }}", "1") }), "property-unknown"],
    [cibOf({ constraints: '<rsc_location id="l" rsc="{{ r }}" node="n" score="{{ s }}"/>' }), "score-syntax"],
    [
      cibOf({ constraints: '<rsc_location id="l" rsc="{{ r }}" node="n" score="1"/>' }),
      "constraint-rsc-unknown",
    ],
  ])("%#", (text, rule) => {
    expect(told(text, rule)).toEqual([]);
  });
});

describe("pacemaker/property-invalid", () => {
  test("what crm_verify checks, and what it does not", () => {
    const invalid = (name: string, value: string): string[] =>
      told(cibOf({ properties: property(name, value) }), "property-invalid");
    expect(invalid("no-quorum-policy", "continue")).toEqual(["continue rejects"]);
    expect(invalid("cluster-recheck-interval", "1d")).toEqual(["1d silent"]);
    expect(invalid("batch-limit", "5s")).toEqual(["5s silent"]);
    expect(invalid("batch-limit", "many")).toEqual(["many rejects"]);
    expect(invalid("maintenance-mode", "ON")).toEqual([]);
  });

  test("values that came and went, by the version that is asked for", () => {
    const policy = cibOf({ properties: property("no-quorum-policy", "fence") });
    expect(told(policy, "property-invalid")).toEqual([]);
    expect(told(policy, "property-invalid", { pacemaker: "2.1.9" })).toEqual([]);
    expect(told(policy, "property-invalid", { pacemaker: "2.1.5" })).toEqual(["fence rejects"]);
    const action = cibOf({ properties: property("stonith-action", "poweroff") });
    for (const targets of [{}, { pacemaker: "2.1.5" }, { pacemaker: "3.0.0" }] as Targets[]) {
      expect(told(action, "property-invalid", targets)).toEqual([]);
      expect(told(action, "old-value", targets)).toEqual(["poweroff warns"]);
    }
    const suicide = cibOf({ properties: property("no-quorum-policy", "suicide") });
    expect(told(suicide, "old-value")).toEqual([]);
    expect(told(suicide, "old-value", { pacemaker: "3.0.0" })).toEqual(["suicide silent"]);
  });
});

describe("meta attributes", () => {
  const meta = (name: string, value: string, schema = "pacemaker-3.9"): string =>
    cibOf({
      schema,
      resources: `<primitive id="a" class="systemd" type="a"><meta_attributes id="m">${property(name, value)}</meta_attributes></primitive>`,
    });

  test("that Pacemaker has given up", () => {
    expect(told(meta("target_role", "Started"), "meta-removed")).toEqual(["target_role silent"]);
    expect(told(meta("target_role", "Started"), "meta-removed", { pacemaker: "1.1.24" })).toEqual([]);
    expect(told(meta("restart-type", "restart"), "meta-removed", { pacemaker: "2.1.5" })).toEqual([
      "restart-type warns",
    ]);
    expect(told(meta("restart-type", "restart"), "meta-unknown")).toEqual([]);
  });

  test("below the least that they can be", () => {
    expect(told(meta("migration-threshold", "-1"), "meta-value")).toEqual(["-1 warns"]);
    expect(told(meta("migration-threshold", "-1"), "migration-no-expiry")).toEqual([]);
    expect(told(meta("migration-threshold", "0"), "meta-value")).toEqual([]);
    expect(told(meta("migration-threshold", "three"), "meta-value")).toEqual(["three silent"]);
  });
});

describe("pacemaker/onfail-not-allowed", () => {
  test.each([
    ['name="start" interval="0" on-fail="demote"', ["demote warns"]],
    ['name="promote" interval="0" on-fail="demote"', []],
    ['name="demote" interval="0" on-fail="demote"', ["demote warns"]],
    ['name="monitor" interval="10" on-fail="demote"', ["demote warns"]],
    ['name="monitor" interval="10" role="Unpromoted" on-fail="demote"', ["demote warns"]],
    ['name="monitor" interval="0" role="Promoted" on-fail="demote"', ["demote warns"]],
    ['name="monitor" interval="10" role="Promoted" on-fail="demote"', []],
    ['name="monitor" interval="10" role="Master" on-fail="demote"', []],
    ['name="monitor" interval="10" role="{{ role }}" on-fail="demote"', []],
    ['name="stop" interval="0" on-fail="standby"', ["standby warns"]],
    ['name="stop" interval="0" on-fail="block"', []],
  ])("%s", (attributes, expected) => {
    const ops = `<operations><op id="x" ${attributes}/></operations>`;
    const resources = `<primitive id="a" class="systemd" type="a">${ops}</primitive>`;
    expect(told(cibOf({ resources }), "onfail-not-allowed")).toEqual(expected);
  });
});

describe("what stands inside a clone or bundle", () => {
  const inside = `<clone id="cg"><group id="g">${services("a")}</group></clone>`;
  const named = (name: string, resources = inside): string[] =>
    told(cibOf({ resources, constraints: order(name, "web") }), "constraint-in-clone");

  test("is reached by the container's name alone", () => {
    expect(named("cg")).toEqual([]);
    expect(named("g")).toEqual(["g warns"]);
    expect(named("a")).toEqual(["a warns"]);
    expect(named("a", `<group id="g">${services("a")}</group>`)).toEqual([]);
    expect(named("a", `<bundle id="b"><podman image="i"/>${services("a")}</bundle>`)).toEqual(["a warns"]);
  });

  test("a bundle needs a way to control it", () => {
    const bundle = (network: string, child = services("a")): string[] =>
      told(
        cibOf({ resources: `<bundle id="b"><podman image="i"/>${network}${child}</bundle>` }),
        "bundle-no-network",
      );
    expect(bundle("")).toEqual(["b rejects"]);
    expect(bundle('<network host-interface="eth0"/>')).toEqual(["b rejects"]);
    expect(bundle('<network control-port="3121"/>')).toEqual([]);
    expect(bundle('<network ip-range-start="10.0.0.1"/>')).toEqual([]);
    expect(bundle("", "")).toEqual([]);
  });
});

describe("constraints that Pacemaker takes otherwise", () => {
  const rule = (
    attributes: string,
    inside = '<expression id="e" attribute="x" operation="defined"/>',
  ): string =>
    cibOf({
      constraints: `<rsc_location id="l" rsc="web"><rule ${attributes}>${inside}</rule></rsc_location>`,
    });

  test("a rule without a score", () => {
    expect(told(rule('id="r"'), "rule-no-score")).toEqual(["<rule rejects"]);
    expect(told(rule('id="r" score="1"'), "rule-no-score")).toEqual([]);
    expect(told(rule('id="r" score-attribute="x"'), "rule-no-score")).toEqual([]);
    const nested = '<rule id="n"><expression id="e" attribute="x" operation="defined"/></rule>';
    expect(told(rule('id="r" score="1"', nested), "rule-no-score")).toEqual([]);
  });

  test("a date that there is not", () => {
    const date = (start: string): string[] =>
      told(
        rule('id="r" score="1"', `<date_expression id="d" operation="gt" start="${start}"/>`),
        "date-syntax",
      );
    expect(date("2023-13-01")).toEqual(["2023-13-01 warns"]);
    expect(date("2023-12-01")).toEqual([]);
    expect(date("{{ day }}")).toEqual([]);
  });

  test("an order that takes turns cannot be symmetrical", () => {
    const turns = (more: string): string[] =>
      told(cibOf({ resources: services("a"), constraints: order("a", "web", more) }), "order-symmetrical");
    expect(turns('kind="Serialize" symmetrical="true"')).toEqual(["true warns"]);
    expect(turns('kind="Serialize" symmetrical="false"')).toEqual([]);
    expect(turns('kind="Optional" symmetrical="true"')).toEqual([]);
  });

  test("a schema that the target does not have yet", () => {
    const schemas = (schema: string, pacemaker: string): string[] =>
      lintText(cib, cibOf({ schema }), { pacemaker })
        .filter((finding) => finding.rule === "cib/unknown-schema")
        .map(({ message }) => message);
    expect(schemas("pacemaker-3.10", "2.1.5")).toEqual([
      "pacemaker-3.10 came with Pacemaker 2.1.8: 2.1.5 refuses the whole CIB",
    ]);
    expect(schemas("pacemaker-3.9", "2.1.5")).toEqual([]);
    expect(schemas("pacemaker-4.0", "3.0.0")).toEqual([]);
  });
});

test.each([
  ['name="monitor" interval="10s" on-fail="nothing"', ["cib/attribute-value"]],
  ['name="monitor"', ["cib/missing-attribute"]],
  ['name="monitor" interval="10s" timout="20s"', ["cib/unknown-attribute"]],
  ['name="monitor" interval="0"', ["pacemaker/monitor-no-interval"]],
  ['name="monitor" interval="10s" timeout="x"', ["pacemaker/op-value"]],
])("one mistake of an operation is told once: %s", (attributes, rules) => {
  const ops = `<operations><op id="x" ${attributes}/></operations>`;
  const resources = `<primitive id="a" class="systemd" type="a">${ops}</primitive>`;
  const found = lintText(cib, cibOf({ resources })).filter(({ severity }) => severity === "error");
  expect(found.map(({ rule }) => rule)).toEqual(rules);
});
