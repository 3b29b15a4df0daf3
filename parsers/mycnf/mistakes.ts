import { type Source, type Span, span, textOf } from "../core/source.ts";
import type { Mistake, Statement } from "../core/tree.ts";

const mistake = (rule: string, at: Span, message: string): Mistake => ({
  kind: "mistake",
  rule,
  message,
  at,
});

export function byteOrderMark(source: Source): Mistake[] {
  if (!source.text.startsWith("\ufeff")) return [];
  const at = span(source, 0, 1);
  const message =
    "a byte order mark before the first group: the server takes it for an option without a group and stops";
  const fix = { title: "delete the byte order mark", safe: true, edits: [{ at, text: "" }] };
  return [{ ...mistake("galera/byte-order-mark", at, message), fix }];
}

export const openHeader = (at: Span): Mistake => ({
  ...mistake("galera/unclosed-group", at, `${textOf(at)} has no ]: the server stops at this line`),
  fix: { title: "add the ]", safe: true, edits: [{ at: at.with({ start: at.end }), text: "]" }] },
});

/** What is wrong with a line as such. */
export function faultsOf(statement: Statement, header: Statement | undefined): Mistake[] {
  const { keyword, args, at } = statement;
  const written = textOf(keyword.at);
  if (keyword.value.startsWith("!")) {
    const known = keyword.value === "!include" || keyword.value === "!includedir";
    if (known && args.length > 0) return [];
    const message = known
      ? `${written} names no file: the server stops at this line`
      : `the server does not know ${written} and goes over the line`;
    const verdict = known ? ("rejects" as const) : ("silent" as const);
    return [{ ...mistake("galera/directive", at, message), verdict }];
  }
  if (!header && !keyword.hole)
    return [
      mistake(
        "galera/option-without-group",
        at,
        `${written} stands before the first group: the server stops at this line`,
      ),
    ];
  return [];
}

export const missing = (at: Span, path: string, folder: boolean): Mistake =>
  folder
    ? mistake(
        "galera/include-folder-empty",
        at,
        `no .cnf file of ${path} is known: where the folder itself is missing the server does not start`,
      )
    : mistake(
        "galera/include-missing",
        at,
        `${path} is not there: the server goes on without its settings, silently`,
      );
