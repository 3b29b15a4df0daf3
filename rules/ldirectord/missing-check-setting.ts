import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";
import { checktypeOf, headOf, negotiates, serviceOf } from "./services.ts";

/** Settings without which a check of the service never succeeds, and why. */
const needed: Readonly<Record<string, readonly string[]>> = {
  mysql: ["login", "request"],
  pgsql: ["login", "request"],
  oracle: ["login", "request"],
  dns: ["receive"],
};

export const missingCheckSetting = modelRule({
  id: "ldirectord/missing-check-setting",
  format: ldirectord,
  severity: "error",
  summary: "A check must have the settings without which it never succeeds",
  daemon: "silent",
  check({ virtuals }, report) {
    for (const service of virtuals) {
      const type = checktypeOf(service);
      const spoken = serviceOf(service);
      if (!type || !negotiates(type) || !spoken) continue;
      const at = service.service?.word.at ?? headOf(service);
      for (const keyword of needed[spoken] ?? []) {
        const own = keyword === "request" || keyword === "receive";
        const given =
          service.settings.has(keyword) ||
          (own && service.reals.length > 0 && service.reals.every((real) => real[keyword] || real.fault));
        if (!given)
          report(
            at,
            `checks of service ${spoken} need ${keyword}: without it every real server counts as down`,
          );
      }
    }
  },
});
