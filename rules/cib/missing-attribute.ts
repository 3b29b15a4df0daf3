import { allOf, faultRule } from "./faults.ts";

export const missingAttribute = faultRule({
  id: "cib/missing-attribute",
  summary: "An element must have the attributes that the schema requires",
  kind: "missing-attribute",
  check({ element, names }, report, schema) {
    report(
      element.keyword.at,
      `<${element.keyword.value}> lacks ${allOf(names)}: ${schema} requires ${names.length === 1 ? "it" : "them"}`,
    );
  },
});
