import { pacemakerRule } from "./rule.ts";

export const orderScore = pacemakerRule({
  id: "pacemaker/order-score",
  severity: "warning",
  summary: "An order should say its kind and no score",
  daemon: "warns",
  check({ orders, syntax }, report) {
    for (const { score } of orders) {
      if (!score || score.word.hole || syntax !== "cib") continue;
      const kind =
        score.value === undefined ? "its kind" : score.value > 0 ? "kind Mandatory" : "kind Optional";
      report(score.word.at, `an order has no score any more: ${score.word.value} stands for ${kind}`);
    }
  },
});
