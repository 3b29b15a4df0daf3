import { interfaces } from "../../parsers/interfaces/index.ts";
import {
  type Interfaces,
  methods,
  optionNamed,
  type Stanza,
  selected,
} from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";

export const missingOption = modelRule<Interfaces>({
  id: "interfaces/missing-option",
  severity: "error",
  summary: "A stanza must have the options that its method needs",
  daemon: "rejects",
  format: interfaces,
  check(model, report) {
    const automatic = new Set(
      selected(model)
        .filter((one) => one.class === "auto")
        .map(({ name }) => name),
    );
    const templates = new Set(model.stanzas.map(({ parent }) => parent));
    for (const stanza of model.stanzas) {
      if (templates.has(stanza) || stanza.options.some(({ keyword }) => keyword.hole)) continue;
      for (const name of missing(stanza))
        report(stanza.name.at, `${stanza.name.value} has no ${name}: ifup cannot bring it up`, {
          ...(automatic.has(stanza.name.value) ? {} : { daemon: "silent" as const }),
        });
    }
  },
});

const missing = (stanza: Stanza): readonly string[] => {
  const needed = methods[stanza.family ?? ""]?.[stanza.method ?? ""] ?? [];
  return needed.filter((name) => !optionNamed(stanza, name));
};
