import { contextNames } from "../../parsers/haproxy/contexts.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { variableReads } from "./variables.ts";

export const variableScope = modelRule({
  id: "haproxy/variable-scope",
  scope: "section",
  severity: "warning",
  summary: "A variable must be read while its scope lasts",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { name, at, place } of variableReads(model)) {
      const where = contextNames(place.contexts);
      const response = where.filter((one) => /response|stick store|^log$/.test(one));
      const request = where.filter((one) => /request|use_backend|use-server/.test(one));
      const scope = name.slice(0, name.indexOf("."));
      const other = `txn.${name.slice(4)}`;
      if (scope === "req" && where.length > 0 && response.length === where.length)
        report(at, `${name} is gone when the response comes: a value that must last is set as ${other}`);
      if (scope === "res" && where.length > 0 && request.length === where.length)
        report(at, `${name} has no value before the response comes`);
    }
  },
});
