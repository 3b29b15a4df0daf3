import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { handlerOf, replicated } from "./levels.ts";

export const splitBrainNoNotice = modelRule({
  id: "drbd/split-brain-no-notice",
  severity: "warning",
  summary: "Somebody should be told of a split brain",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { document }) {
    for (const resource of replicated(resources, document)) {
      const { name } = resource;
      if (handlerOf(resource, "split-brain") || handlerOf(resource, "initial-split-brain")) continue;
      report(
        name.word.at,
        `resource ${name.value} has no split-brain handler: nobody is told when its data splits`,
      );
    }
  },
});
