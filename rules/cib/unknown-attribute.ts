import { nearest } from "../schema/suggest.ts";
import { faultRule } from "./faults.ts";

export const unknownAttribute = faultRule({
  id: "cib/unknown-attribute",
  summary: "An attribute must be one that its element may have beside the others",
  kind: "attribute",
  check({ element, attribute, known, excluded }, report, schema) {
    const { value, at } = attribute.name;
    const tag = `<${element.keyword.value}>`;
    if (excluded) {
      report(at, `${value} cannot stand beside the other attributes of ${tag} in ${schema}`);
      return;
    }
    const set = new Set(element.attributes.map(({ name }) => name.value));
    const guess = nearest(
      value,
      known.filter((name) => !set.has(name)),
    );
    const fix = guess && { title: `replace with ${guess}`, safe: false, edits: [{ at, text: guess }] };
    const hint = guess ? `, did you mean ${guess}?` : "";
    report(at, `${tag} has no attribute ${value} in ${schema}${hint}`, fix ? { fix } : {});
  },
});
