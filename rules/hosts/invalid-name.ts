import { isIp } from "../../parsers/core/types.ts";
import { hosts } from "../../parsers/hosts/index.ts";
import { modelRule } from "../rule.ts";

export const invalidName = modelRule({
  id: "hosts/invalid-name",
  format: hosts,
  severity: "error",
  summary: "A name must be a host name, without commas and other signs",
  daemon: "silent",
  check({ entries }, report) {
    for (const { names } of entries.filter(({ address }) => isIp(address.value))) {
      for (const { value, at } of names) {
        const stray = /[^0-9A-Za-z._-]/u.exec(value)?.[0];
        if (isIp(value))
          report(at, `${value} is an address where a name should stand: nothing looks it up here`);
        else if (stray)
          report(at, `the name ${value} holds the sign ${stray}, and nothing asks for a host of that name`);
      }
    }
  },
});
