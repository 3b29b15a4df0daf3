import type { Setting } from "../core/settings.ts";
import type { Tree } from "../core/tree.ts";

/** The variables that a sourced file sets, by name: the last assignment of each, as sh leaves it. */
export type ShellVars = ReadonlyMap<string, Setting<string>>;

/** Variables whose value is empty or holds a substitution read as unset. */
export function modelOf({ statements }: Tree): ShellVars {
  const model = new Map<string, Setting<string>>();
  for (const statement of statements) {
    const { keyword, args } = statement;
    const word = args[0];
    if (keyword.at.source.text[keyword.at.end] !== "=") continue;
    if (word && !word.hole) model.set(keyword.value, { value: word.value, word, statement });
    else model.delete(keyword.value);
  }
  return model;
}
