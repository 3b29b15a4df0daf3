import { faultRule } from "./faults.ts";

export const duplicateId = faultRule({
  id: "cib/duplicate-id",
  summary: "Each id must be the only one of its name in the CIB",
  kind: "duplicate-id",
  check({ value, first }, report) {
    report(value.at, `id ${value.value} is taken by another element`, {
      related: [{ at: first, message: "the first one" }],
    });
  },
});
