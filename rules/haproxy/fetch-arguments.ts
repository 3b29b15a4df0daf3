import type { Call } from "../../parsers/haproxy/expression.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { argumentFaults, converterOf, headOf } from "../../parsers/haproxy/samples.ts";
import type { Signature } from "../../parsers/haproxy/tables.ts";
import { modelRule } from "../rule.ts";
import { placedSamples } from "./placed.ts";

export const fetchArguments = modelRule({
  id: "haproxy/fetch-arguments",
  scope: "section",
  severity: "error",
  summary: "A fetch or converter must get the arguments that it takes",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { sample, inAcl } of placedSamples(model)) {
      const { fetch, converters } = sample;
      const look = (call: Call, def: Signature | undefined): void => {
        for (const { at, message } of def ? argumentFaults(call, def) : []) report(at, message);
      };
      if (fetch) look(fetch, headOf(fetch.name, inAcl)?.fetch);
      for (const call of converters) look(call, converterOf(call.name));
    }
  },
});
