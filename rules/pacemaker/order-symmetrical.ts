import { booleanOf } from "../../parsers/pacemaker/values.ts";
import { pacemakerRule } from "./rule.ts";

export const orderSymmetrical = pacemakerRule({
  id: "pacemaker/order-symmetrical",
  severity: "warning",
  summary: "An order of kind Serialize cannot be symmetrical",
  daemon: "warns",
  check({ orders }, report) {
    for (const { orderKind, options } of orders) {
      if (orderKind?.value.toLowerCase() !== "serialize") continue;
      const value = options.find(({ name }) => name.value === "symmetrical")?.value;
      if (value && booleanOf(value.value))
        report(value.at, `symmetrical ${value.value} of an order of kind Serialize: Pacemaker ignores it`);
    }
  },
});
