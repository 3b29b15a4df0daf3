import { drbd } from "../../parsers/drbd/index.ts";
import { effective } from "../../parsers/drbd/model.ts";
import { modelRule } from "../rule.ts";
import { links } from "./levels.ts";

export const timeoutOrder = modelRule({
  id: "drbd/timeout-order",
  severity: "error",
  summary: "timeout must be shorter than connect-int and ping-int",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const resource of resources)
      for (const link of links(resource)) {
        const timeout = effective(resource, "net", "timeout", link);
        for (const name of ["connect-int", "ping-int"]) {
          const interval = effective(resource, "net", name, link);
          const tenths = Number(timeout?.value ?? 60);
          const seconds = Number(interval?.value ?? 10);
          const place = timeout ?? interval;
          if (!place || !(tenths >= seconds * 10)) continue;
          const shown = `timeout ${tenths} is ${tenths / 10} s, ${name} ${interval ? "" : "by default "}${seconds} s`;
          report(place.word.at, `${shown}: timeout must be the shorter one`, {
            related: timeout && interval ? [{ at: interval.word.at, message: name }] : [],
          });
        }
      }
  },
});
