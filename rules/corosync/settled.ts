import type { Corosync } from "../../parsers/corosync/model.ts";
import { type ModelRule, modelRule } from "../rule.ts";

/** A rule that counts, or sets one line against another: it says nothing of a template, whose run leaves lines out or repeats them. */
export const settledRule = (rule: Omit<ModelRule<Corosync>, "kind">): ModelRule<Corosync> =>
  modelRule({
    ...rule,
    check: (model, report, context) => {
      if (model.certain) rule.check(model, report, context);
    },
  });
