import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { isStrict } from "./instance.ts";
import { title } from "./statements.ts";

export const strictUnicast = modelRule({
  id: "keepalived/strict-unicast",
  severity: "error",
  summary: "Strict mode must stand without unicast peers",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances, globals }, report, { targets }) {
    for (const instance of vrrpInstances) {
      const block = instance.unicastBlocks[0];
      const strict = instance.strictMode ?? globals.vrrpStrict;
      if (!block || !strict || instance.unicastPeers.length === 0 || !isStrict(instance, globals, targets))
        continue;
      report(
        block.keyword.at,
        `unicast_peer in ${title(instance)}: the RFC that ${strict.statement.keyword.value} keeps to knows multicast only`,
        {
          related: [{ at: strict.statement.at, message: "strict mode" }],
        },
      );
    }
  },
});
