import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

/** Seconds. */
const long = 10;

export const advertIntLong = modelRule({
  id: "keepalived/advert-int-long",
  severity: "info",
  summary: "advert_int should be short enough for a quick failover",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const { advertInt } of vrrpInstances)
      if (advertInt && advertInt.value > long && advertInt.value <= 255)
        report(
          advertInt.word.at,
          `advert_int ${advertInt.word.value}: a dead MASTER is noticed after three intervals, ${Math.round(3 * advertInt.value)} seconds`,
        );
  },
});
