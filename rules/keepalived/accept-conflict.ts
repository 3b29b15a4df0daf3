import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { within } from "./statements.ts";

export const acceptConflict = modelRule({
  id: "keepalived/accept-conflict",
  severity: "warning",
  summary: "accept and no_accept must not stand together",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const instance of vrrpInstances) {
      if (!instance.accept || !instance.noAccept) continue;
      const both = within(instance, "accept", "no_accept");
      const last = both.at(-1)!;
      const first = both.find(({ keyword }) => keyword.value !== last.keyword.value)!;
      report(first.at, `${first.keyword.value} is taken back by ${last.keyword.value}`, {
        related: [{ at: last.at, message: "this one counts" }],
      });
    }
  },
});
