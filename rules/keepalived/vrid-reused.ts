import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { title } from "./statements.ts";
import { sameInterface, sameVrid } from "./vrid.ts";

export const vridReused = modelRule({
  id: "keepalived/vrid-reused",
  severity: "info",
  summary: "A virtual_router_id should be used on one interface only",
  daemon: "silent",
  format: keepalived,
  check(model, report) {
    const told = new Set<unknown>();
    for (const [earlier, later] of sameVrid(model)) {
      if (!earlier.interface || !later.interface || sameInterface(earlier, later) || told.has(later))
        continue;
      if (earlier.unicastPeers.length > 0 || later.unicastPeers.length > 0) continue;
      told.add(later);
      const id = later.virtualRouterId!;
      report(
        id.word.at,
        `${title(earlier)} uses virtual_router_id ${id.value} on ${earlier.interface.value}: a switch that joins the two networks may mix up the routers`,
        {
          related: [{ at: earlier.virtualRouterId!.word.at, message: `the same id in ${title(earlier)}` }],
        },
      );
    }
  },
});
