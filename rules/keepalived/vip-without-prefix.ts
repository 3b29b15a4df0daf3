import { keepalived } from "../../parsers/keepalived/index.ts";
import { familyOf } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { addressesOf, rangeOf } from "./addresses.ts";

export const vipWithoutPrefix = modelRule({
  id: "keepalived/vip-without-prefix",
  severity: "info",
  summary: "A virtual address beside others with a prefix should have one too",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const instance of vrrpInstances) {
      const addresses = addressesOf(instance).filter(({ ip, peer }) => ip && !peer);
      for (const { ip, prefix } of addresses) {
        if (ip!.word.value.endsWith("/"))
          report(ip!.word.at, `${ip!.word.value} is taken for ${ip!.value}/0: no number follows the slash`, {
            severity: "error",
          });
        const family = familyOf(ip!.value);
        const full = family === 4 ? 32 : 128;
        const other = addresses.find(
          (one) =>
            one.prefix &&
            one.prefix.value !== full &&
            rangeOf(one.ip!.value) !== "linkLocal" &&
            familyOf(one.ip!.value) === family,
        );
        if (!prefix && other)
          report(
            ip!.word.at,
            `${ip!.value} without a prefix is ${ip!.value}/${full}, unlike ${other.ip!.word.value}`,
            {
              related: [{ at: other.ip!.word.at, message: "with a prefix" }],
              fix: {
                title: `write /${full}`,
                safe: true,
                edits: [{ at: ip!.word.at.with({ start: ip!.word.at.end }), text: `/${full}` }],
              },
            },
          );
      }
    }
  },
});
