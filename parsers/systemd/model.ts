import type { Setting } from "../core/settings.ts";
import type { Tree } from "../core/tree.ts";

/** A setting of a unit by its name: "ExecStart". An empty value takes back what was set before. */
export interface UnitSetting extends Setting<string> {
  readonly key: string;
}

/** The settings of a unit file or of a drop-in, whatever their section, in the order of the text. */
export type Unit = readonly UnitSetting[];

/** Lines joined by a backslash read as one; `[Section]` is no setting. */
export const modelOf = ({ statements }: Tree): Unit =>
  statements.flatMap((statement): UnitSetting[] => {
    const { keyword, args } = statement;
    if (keyword.value.startsWith("[")) return [];
    const word = args[0] ?? keyword;
    const value = args[0] ? word.value.replace(/\\\r?\n/g, " ") : "";
    return [{ key: keyword.value, value, word, statement }];
  });
