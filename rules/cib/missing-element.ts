import { anyOf, faultRule } from "./faults.ts";

export const missingElement = faultRule({
  id: "cib/missing-element",
  summary: "An element must hold the children that the schema requires",
  kind: "missing-element",
  check({ element, expected }, report, schema) {
    const names = expected.map((one) => anyOf(one.map((name) => `<${name}>`))).join(" and ");
    report(element.keyword.at, `<${element.keyword.value}> needs ${names} in ${schema}`);
  },
});
