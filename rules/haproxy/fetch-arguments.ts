import { valueFaults } from "../../parsers/haproxy/arguments.ts";
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
  check(model, report, { targets }) {
    for (const { sample, inAcl } of placedSamples(model)) {
      const { fetch, converters } = sample;
      const look = (call: Call, def: Signature | undefined): void => {
        if (!def) return;
        const faults = argumentFaults(call, def);
        for (const { at, message } of faults.length > 0 ? faults : valueFaults(call, def, targets.haproxy))
          report(at, message);
      };
      if (fetch) look(fetch, headOf(fetch.name, inAcl)?.fetch);
      for (const call of converters) look(call, converterOf(call.name));
    }
  },
});
