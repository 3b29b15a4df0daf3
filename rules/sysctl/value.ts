import type { ArgDef } from "../../parsers/core/schema.ts";
import { range } from "../../parsers/core/types.ts";
import { numberOf } from "../../parsers/sysctl/effective.ts";
import { sysctl } from "../../parsers/sysctl/index.ts";
import type { Sysctl } from "../../parsers/sysctl/model.ts";
import { modelRule } from "../rule.ts";
import { defOf } from "./keys.ts";

export const value = modelRule<Sysctl>({
  id: "sysctl/value",
  severity: "error",
  summary: "A kernel setting must have a value of its domain",
  daemon: "silent",
  format: sysctl,
  check({ settings }, report) {
    for (const { key, keyWord, word, value: text } of settings) {
      const arg = defOf(key)?.args?.[0];
      if (!arg || word.hole) continue;
      if (text === "") report(keyWord.at, `${key} is set to nothing: the kernel keeps the value that it has`);
      else {
        const why = fault(text, arg);
        const certain = numberOf(text) === undefined || arg.otherwise;
        if (why) report(word.at, `${key} ${text} ${why}`, certain ? {} : { severity: "warning" });
        const rest =
          why || (arg.type !== "integer" && !arg.oneOf)
            ? undefined
            : /^\S+[ \t]+([^#; \t].*)$/.exec(text)?.[1];
        if (rest)
          report(
            word.at.with({ start: word.at.end - rest.length }),
            `${key} takes one number: ${rest} is ignored`,
            {
              severity: rest.includes("=") ? "error" : "warning",
            },
          );
      }
    }
  },
});

/** The kernel reads the first word of the value and refuses what is no number; most keys take any number. */
function fault(text: string, { type, oneOf, min, max, otherwise }: ArgDef): string | undefined {
  if (type !== "integer" && !oneOf) return undefined;
  const number = numberOf(text);
  if (number === undefined) return "is not a number: the kernel refuses it and keeps the value that it has";
  const result = otherwise ? `: ${otherwise}` : "";
  if (oneOf && !oneOf.includes(String(number))) return `is not one of ${oneOf.join(", ")}${result}`;
  const beyond = (min !== undefined && number < min) || (max !== undefined && number > max);
  return beyond ? `is outside ${range(min, max)}${result}` : undefined;
}
