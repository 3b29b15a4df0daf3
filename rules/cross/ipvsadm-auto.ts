import { ipvsadmDefault } from "../../parsers/shellvars/index.ts";
import { balancedBy } from "../cluster/directors.ts";
import { modelsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";

export const ipvsadmAuto = nodeRule({
  id: "cross/ipvsadm-auto",
  severity: "error",
  summary: "The ipvsadm service must not load rules where keepalived manages the virtual servers",
  daemon: "silent",
  check(node, report) {
    const [balanced] = balancedBy(node);
    for (const variables of balanced ? modelsOf(node, ipvsadmDefault) : []) {
      const auto = variables.get("AUTO");
      if (auto?.value !== "true") continue;
      const { at } = auto.word;
      const quote = auto.word.quote ?? "";
      report(
        at,
        `AUTO="true": each start, stop and reload of the ipvsadm service clears the table in which keepalived keeps its virtual servers`,
        {
          related: [{ at: balanced!.server.statement.keyword.at, message: "keepalived manages this one" }],
          fix: { title: "set AUTO to false", safe: true, edits: [{ at, text: `${quote}false${quote}` }] },
        },
      );
    }
  },
});
