import { children } from "../../parsers/xml/element.ts";
import { faultRule } from "./faults.ts";

export const misplacedElement = faultRule({
  id: "cib/misplaced-element",
  summary: "Elements must stand in the order and number that the schema allows",
  kind: "element",
  check({ element, parent, known, expected }, report, schema) {
    if (!known) return;
    const { value, at } = element.keyword;
    const [first] = children(parent, value);
    const again = first !== undefined && first !== element;
    const here =
      expected.length > 0 ? `: here may stand ${expected.map((name) => `<${name}>`).join(", ")}` : "";
    report(
      at,
      again
        ? `another <${value}> cannot stand here in <${parent.keyword.value}> in ${schema}`
        : `<${value}> cannot stand here in <${parent.keyword.value}> in ${schema}${here}`,
      again ? { related: [{ at: first.keyword.at, message: "the first one" }] } : {},
    );
  },
});
