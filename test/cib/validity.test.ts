import { describe, expect, test } from "vitest";
import { cib } from "../../parsers/cib/index.ts";
import { validityOf } from "../../parsers/cib/validity.ts";
import { sourceOf } from "../../parsers/core/source.ts";
import { cibOf } from "./base.ts";

const faults = (text: string): string[] => {
  const validity = validityOf(cib.parse(sourceOf("text", text)));
  if (validity.kind !== "judged") return [validity.kind];
  return validity.faults.map((fault) => `${fault.kind} ${fault.element.keyword.value}`);
};

describe("the schema that a CIB names", () => {
  test("sound", () => {
    for (const schema of ["pacemaker-1.2", "pacemaker-2.10", "pacemaker-3.0", "pacemaker-3.9"])
      expect(faults(cibOf({ schema }))).toEqual([]);
  });

  test("unknown, off and newer than the table", () => {
    expect(faults(cibOf({ schema: "pacemaker-1.4" }))).toEqual(["unknown"]);
    expect(faults(cibOf({ schema: "" }))).toEqual(["unknown"]);
    expect(faults(cibOf({ schema: "none" }))).toEqual(["off"]);
    expect(faults(cibOf({ schema: "pacemaker-4.0", resources: "<x/>" }))).toEqual(["open"]);
  });

  test("without a name the one that fits best", () => {
    const text = cibOf({
      resources: '<master id="m"><primitive id="s" class="ocf" provider="p" type="t"/></master>',
    });
    expect(faults(text.replace(/validate-with="[^"]*" /, ""))).toEqual([]);
  });

  test("what came with a later schema", () => {
    const resources = '<bundle id="b"><podman image="i"/></bundle>';
    expect(faults(cibOf({ resources }))).toEqual([]);
    expect(faults(cibOf({ resources, schema: "pacemaker-2.10" }))).toEqual([
      "element podman",
      "missing-element bundle",
    ]);
    expect(faults(cibOf({ resources, schema: "pacemaker-2.0" }))).toEqual(["element bundle"]);
  });
});

describe("faults", () => {
  const agent = 'class="ocf" provider="heartbeat" type="Dummy"';
  test.each([
    ["unknown element", { resources: "<primitiv/>" }, ["element primitiv"]],
    [
      "a group in a group",
      { resources: `<group id="g"><group id="h"><primitive id="p" ${agent}/></group></group>` },
      ["element group", "missing-element group"],
    ],
    ["an empty group", { resources: '<group id="g"/>' }, ["missing-element group"]],
    [
      "a clone of two",
      { resources: `<clone id="c"><primitive id="p" ${agent}/><primitive id="q" ${agent}/></clone>` },
      ["element primitive"],
    ],
    [
      "an unknown attribute",
      { resources: `<primitive id="p" ${agent} colour="red"/>` },
      ["attribute primitive"],
    ],
    [
      "an attribute of another class",
      { resources: '<primitive id="p" class="systemd" provider="x" type="t"/>' },
      ["attribute primitive"],
    ],
    [
      "a missing attribute",
      { resources: '<primitive id="p" class="ocf" type="t"/>' },
      ["missing-attribute primitive"],
    ],
    [
      "a wrong value",
      { resources: `<primitive id="p" class="ocd" provider="x" type="t"/>` },
      ["value primitive"],
    ],
    [
      "a boolean that is none",
      { constraints: '<rsc_order id="o" first="web" then="fence" symmetrical="yes"/>' },
      ["value rsc_order"],
    ],
    ["an id with a colon", { resources: `<primitive id="p:0" ${agent}/>` }, ["value primitive"]],
    ["an id taken", { resources: `<primitive id="web" ${agent}/>` }, ["duplicate-id primitive"]],
    ["a reference to nothing", { resources: '<primitive id="p" template="t"/>' }, ["dangling primitive"]],
    [
      "a name that moved on",
      { properties: '<nvpair id="n" name="stonith_enabled" value="true"/>' },
      ["value nvpair"],
    ],
    [
      "status may hold anything",
      { more: "</configuration><status><x y='1'><z/></x></status><configuration>" },
      ["element configuration"],
    ],
    ["a template's value", { resources: '<primitive id="{{ id }}" class="{{ class }}" type="t"/>' }, []],
  ] as const)("%s", (_name, parts, expected) => {
    expect(faults(cibOf(parts))).toEqual(expected);
  });

  test("an element of several definitions is judged by the one that fits best", () => {
    const rule = (expression: string): string =>
      cibOf({
        constraints: `<rsc_location id="l" rsc="web"><rule id="r" score="1">${expression}</rule></rsc_location>`,
      });
    expect(faults(rule('<date_expression id="d" operation="in_range" start="2020" end="2030"/>'))).toEqual(
      [],
    );
    expect(faults(rule('<date_expression id="d" operation="gt" start="2020"/>'))).toEqual([]);
    expect(faults(rule('<date_expression id="d" operation="gt" end="2020"/>'))).not.toEqual([]);
  });
});
