import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { title } from "./statements.ts";
import { collide, sameVrid } from "./vrid.ts";

export const vridDuplicate = modelRule({
  id: "keepalived/vrid-duplicate",
  severity: "error",
  summary: "Two VRRP instances on one interface must not share a virtual_router_id",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const [earlier, later] of sameVrid(model)) {
      if (!collide(earlier, later, model.globals)) continue;
      const id = later.virtualRouterId!;
      const where = later.interface ? ` on ${later.interface.value}` : "";
      report(
        id.word.at,
        `${title(earlier)} has virtual_router_id ${id.value}${where} too: each takes the other's adverts for its own`,
        {
          ...(model.globals.dynamicInterfaces ? { daemon: "silent" as const } : {}),
          related: [{ at: earlier.virtualRouterId!.word.at, message: `the same id in ${title(earlier)}` }],
        },
      );
    }
  },
});
