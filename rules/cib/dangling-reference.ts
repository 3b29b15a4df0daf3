import { faultRule } from "./faults.ts";

/** Constraints are judged by pacemaker/unknown-resource in both syntaxes. */
const constraints = ["rsc_location", "rsc_colocation", "rsc_order", "rsc_ticket", "resource_ref"];

export const danglingReference = faultRule({
  id: "cib/dangling-reference",
  summary: "A reference must name an id that there is",
  byAbsence: true,
  kind: "dangling",
  check({ element, attribute, value }, report) {
    if (constraints.includes(element.keyword.value)) return;
    report(value.at, `${attribute.name.value} ${value.value} names no element of this CIB`);
  },
});
