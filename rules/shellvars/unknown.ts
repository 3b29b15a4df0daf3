import { once } from "../../parsers/core/remembered.ts";
import type { FormatSchema } from "../../parsers/core/schema.ts";
import type { ShellVars } from "../../parsers/shellvars/model.ts";
import type { Report } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

/**
 * Tells of variables that `reader` does not read: those with its prefix, and those that nearly are one of its own. Others may be
 * anybody's, for the file is a shell script.
 */
export function unknownVariables(schema: FormatSchema, prefix: string, reader: string) {
  const known = once(() => Object.keys(schema.places[schema.root]?.keywords ?? {}));
  return (variables: ShellVars, report: Report): void => {
    for (const [name, { statement }] of variables) {
      if (known().includes(name)) continue;
      const guess = nearest(name, known());
      if (!guess && !name.startsWith(prefix)) continue;
      const { at } = statement.keyword;
      const hint = guess ? `, did you mean ${guess}?` : "";
      report(at, `${reader} does not read ${name}: the setting is lost${hint}`, {
        ...(guess ? { fix: { title: `rename to ${guess}`, safe: false, edits: [{ at, text: guess }] } } : {}),
      });
    }
  };
}
