import type { Pacemaker } from "../../parsers/pacemaker/model.ts";
import { optionOf } from "./options.ts";
import { pacemakerRule } from "./rule.ts";

/** Schemas before 3.0 still take the old names, and Pacemaker 2 moves them on when it reads such a CIB. */
export const propertyRemoved = pacemakerRule({
  id: "pacemaker/property-removed",
  severity: "error",
  summary: "A cluster property must not be one that Pacemaker has given up",
  daemon: "rejects",
  check(model, report) {
    for (const { name } of model.properties.flatMap(({ pairs }) => pairs)) {
      const def = optionOf("property", name.value);
      if (!def?.removed || !def.deprecated) continue;
      const { use, note } = def.deprecated;
      const daemon = refused(model, def.removed) ? "rejects" : "silent";
      report(
        name.at,
        `${name.value} was removed in Pacemaker ${def.removed}: ${use ? `it is ${use} now` : note}`,
        {
          daemon,
          ...(daemon === "rejects" ? {} : { severity: "warning" as const }),
          ...(use
            ? { fix: { title: `rename to ${use}`, safe: true, edits: [{ at: name.at, text: use }] } }
            : {}),
        },
      );
    }
  },
});

export const refused = ({ syntax, validateWith }: Pacemaker, removed: string): boolean =>
  removed === "2.0.0" && (syntax === "crm" || /^pacemaker-[3-9]\./.test(validateWith?.value ?? ""));
