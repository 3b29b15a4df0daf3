import { textOf } from "../core/source.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";

/** One line that sets a key, or with `-` and without `=` keeps globs off it. */
export interface SysctlSetting {
  /** With dots between the parts and `/` for a dot inside one: "net.ipv4.conf.eth0/100.rp_filter". May be a glob. */
  readonly key: string;
  /** The value's text; "" where nothing stands behind the sign. */
  readonly value: string;
  /** The word of the key, `-` included. */
  readonly keyWord: Word;
  /** The word of the value, or of the key where there is none. */
  readonly word: Word;
  /** `-key =`: a failure to set it is not reported. */
  readonly mayFail: boolean;
  readonly statement: Statement;
}

/** `-key` alone. */
export interface Exclusion {
  readonly key: string;
  readonly word: Word;
  readonly statement: Statement;
}

export interface Sysctl {
  readonly settings: readonly SysctlSetting[];
  /** `-key` without a value: globs leave these keys alone. */
  readonly excluded: readonly Exclusion[];
  /** Lines that are neither: procps says "invalid syntax" and goes on. */
  readonly invalid: readonly Statement[];
}

/** The key with dots between its parts. The first separator decides: after a slash, slashes separate and dots do not (sysctl.d(5)). */
export function normalKey(written: string): string {
  const first = /[./]/.exec(written)?.[0];
  return first === "/" ? written.replace(/[./]/g, (sign) => (sign === "/" ? "." : "/")) : written;
}

export function modelOf(tree: Tree): Sysctl {
  const settings: SysctlSetting[] = [];
  const excluded: Exclusion[] = [];
  const invalid: Statement[] = [];
  for (const statement of tree.statements) {
    const { keyword, args } = statement;
    if (keyword.hole) continue;
    const mayFail = keyword.value.startsWith("-");
    const key = normalKey(keyword.value.replace(/^-[ \t]*/, ""));
    const assigned = textOf(statement.at).includes("=");
    if (assigned && key !== "")
      settings.push({
        key,
        value: args[0]?.value ?? "",
        keyWord: keyword,
        word: args[0] ?? keyword,
        mayFail,
        statement,
      });
    else if (!assigned && mayFail && key !== "") excluded.push({ key, word: keyword, statement });
    else invalid.push(statement);
  }
  return { settings, excluded, invalid };
}
