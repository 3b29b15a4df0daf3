import type { Version } from "../../parsers/core/schema.ts";
import type { NvPair } from "../../parsers/pacemaker/model.ts";
import { nearest } from "../schema/suggest.ts";
import { optionOf, optionsOf, valueFault } from "./options.ts";
import { pacemakerRule } from "./rule.ts";
import { refusedNames } from "./schemaFaults.ts";

export const opValue = pacemakerRule({
  id: "pacemaker/op-value",
  severity: "error",
  summary: "An operation must have options that Pacemaker knows, with values of their types",
  daemon: "silent",
  check(model, report, { document, targets }) {
    const refused = refusedNames(document);
    for (const { ops } of [...model.primitives, ...model.templates])
      for (const { options } of ops)
        for (const pair of options) {
          const fault = refused.has(pair.name) ? undefined : faultOf(pair, targets.pacemaker);
          if (fault) report(fault.at, fault.message, fault.mild ? { severity: "warning" } : {});
        }
  },
});

/** Agents may take further options from an operation, so that an unknown name alone is no fault. */
function faultOf({ name, value }: NvPair, version: Version | undefined) {
  const def = optionOf("op", name.value);
  if (!def) {
    const guess = name.hole ? undefined : nearest(name.value, Object.keys(optionsOf("op")));
    return (
      guess && { at: name.at, message: `operations have no option ${name.value}, did you mean ${guess}?` }
    );
  }
  const fault = value && valueFault(def, value, version);
  if (!fault) return undefined;
  const instead = name.value === "timeout" && !fault.mild ? ": the default timeout is used" : "";
  return {
    at: value.at,
    message: `${name.value} ${value.value || '""'} ${fault.why}${instead}`,
    mild: fault.mild,
  };
}
