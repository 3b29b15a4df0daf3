import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { placedSamples } from "./placed.ts";

export const expression = modelRule({
  id: "haproxy/expression",
  scope: "section",
  severity: "error",
  summary: "An expression is a fetch with converters behind commas, without blanks",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { sample } of placedSamples(model)) {
      const [fault] = sample.faults;
      if (fault) report(fault.at, fault.message);
    }
  },
});
