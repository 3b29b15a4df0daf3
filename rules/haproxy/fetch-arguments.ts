import { haproxy } from "../../parsers/haproxy/index.ts";
import { argumentFaults, converterOf, headOf } from "../../parsers/haproxy/samples.ts";
import { modelRule } from "../rule.ts";
import { placedSamples } from "./placed.ts";

export const fetchArguments = modelRule({
  id: "haproxy/fetch-arguments",
  severity: "error",
  summary: "A fetch or converter must get the arguments that it takes",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { sample, inAcl } of placedSamples(model)) {
      const { fetch, converters } = sample;
      const defs = [
        ...(fetch ? [{ call: fetch, def: headOf(fetch.name, inAcl)?.fetch }] : []),
        ...converters.map((call) => ({ call, def: converterOf(call.name) })),
      ];
      for (const { call, def } of defs)
        for (const { at, message } of def ? argumentFaults(call, def) : []) report(at, message);
    }
  },
});
