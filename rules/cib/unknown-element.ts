import { nearest } from "../schema/suggest.ts";
import { faultRule } from "./faults.ts";

export const unknownElement = faultRule({
  id: "cib/unknown-element",
  summary: "An element must be one that its parent may hold",
  kind: "element",
  check({ element, parent, expected, known }, report, schema) {
    if (known) return;
    const { value, at } = element.keyword;
    const guess = nearest(value, expected);
    const hint = guess ? `, did you mean <${guess}>?` : "";
    const fix = guess && {
      title: `replace with <${guess}>`,
      safe: false,
      edits: [
        { at, text: `<${guess}` },
        ...(element.block?.close && element.block.close !== element.block.open
          ? [{ at: element.block.close, text: `</${guess}>` }]
          : []),
      ],
    };
    report(
      at,
      `<${value}> cannot stand in <${parent.keyword.value}> in ${schema}${hint}`,
      fix ? { fix } : {},
    );
  },
});
