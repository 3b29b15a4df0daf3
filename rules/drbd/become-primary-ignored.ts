import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { isDrbd8 } from "./levels.ts";
import { startupOptions } from "./startup.ts";

export const becomePrimaryIgnored = modelRule({
  id: "drbd/become-primary-ignored",
  severity: "error",
  summary: "Nodes must not be promoted by become-primary-on in DRBD 9, which ignores it",
  daemon: "silent",
  format: drbd,
  check(model, report, { targets }) {
    if (isDrbd8(targets)) return;
    for (const { statement } of startupOptions(model, "become-primary-on"))
      report(
        statement.keyword.at,
        `${targets.drbd ? `drbd ${targets.drbd}` : "drbd 9"} ignores become-primary-on: no node becomes primary at boot`,
        targets.drbd ? {} : { severity: "warning" },
      );
  },
});
