import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { isStrict, versionOf } from "./instance.ts";

export const advertIntRounded = modelRule({
  id: "keepalived/advert-int-rounded",
  severity: "error",
  summary: "advert_int must be an interval that the VRRP version can carry",
  daemon: "rejects",
  format: keepalived,
  check({ vrrpInstances, globals }, report, { targets, document }) {
    for (const instance of vrrpInstances) {
      const { advertInt } = instance;
      if (!advertInt || advertInt.value < 0.01 || advertInt.value > 255) continue;
      const version = versionOf(instance, globals, isStrict(instance, globals, targets));
      if (version === 2 && !document.whole && !globals.vrrpVersion && !instance.version) continue;
      const { value, word } = advertInt;
      const said = `advert_int ${word.value}`;
      if (version === 2) {
        if (!Number.isInteger(value))
          report(
            word.at,
            `${said} becomes ${Math.max(1, Math.round(value))}: VRRP version 2 has whole seconds, fractions need version 3 on all routers`,
          );
      } else if (value >= 40.96)
        report(word.at, `${said} becomes 40.95: VRRP version 3 counts up to 4095 hundredths of a second`);
      else if (!Number.isInteger(Math.round(value * 1e6) / 1e4))
        report(word.at, `${said} is rounded: VRRP version 3 counts hundredths of a second`);
    }
  },
});
