import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { documentsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";

const key = "net.ipv4.vs.expire_quiescent_template";

export const quiescentPersistence = nodeRule({
  id: "ldirectord/quiescent-persistence",
  severity: "warning",
  summary:
    "A persistent service should take a dead real server out of the table instead of giving it weight 0",
  daemon: "silent",
  check(node, report) {
    if (node.facts.sysctl.get(key)?.value === "1") return;
    for (const { model } of documentsOf(node, ldirectord))
      for (const { persistent, quiescent, settings } of model.virtuals) {
        const said = settings.has("quiescent") ? quiescent : model.quiescent;
        if (!persistent || !said?.value) continue;
        report(
          said.word.at,
          `quiescent yes keeps a dead real server at weight 0: clients that are persistent for ${persistent.value} s still go there (unless ${key} is 1)`,
          { related: [{ at: persistent.statement.at, message: "the persistence" }] },
        );
      }
  },
});
