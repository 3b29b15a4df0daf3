import { haproxy } from "../../parsers/haproxy/index.ts";
import { flowOf, typeTitle } from "../../parsers/haproxy/samples.ts";
import { modelRule } from "../rule.ts";
import { placedSamples } from "./placed.ts";

export const converterType = modelRule({
  id: "haproxy/converter-type",
  scope: "section",
  severity: "error",
  summary: "A converter must be able to take the type that comes before it",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { sample, inAcl } of placedSamples(model))
      for (const { call, given, wanted } of sample.converters.length > 0
        ? flowOf(sample, inAcl).mismatches
        : [])
        report(
          call.at,
          `${call.name} takes ${typeTitle[wanted]}, and what comes before it gives ${typeTitle[given]}`,
        );
  },
});
