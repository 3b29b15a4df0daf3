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
});
