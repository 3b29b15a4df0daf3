import type { Span } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { lineWords } from "../../parsers/haproxy/lineWords.ts";
import type { StickTable } from "../../parsers/haproxy/modelProxy.ts";
import type { Stored } from "../../parsers/haproxy/stored.ts";
import { entry, knownAt, tables } from "../../parsers/haproxy/tables.ts";
import { timeOf } from "../../parsers/haproxy/units.ts";
import { type Details, modelRule, type Targets } from "../rule.ts";
import { isSince } from "./proxies.ts";
import { unlessBranch } from "./servers.ts";
import { tablesOf } from "./stick-tables.ts";
import { suggestion } from "./suggestion.ts";

export const stickTableData = modelRule({
  id: "haproxy/stick-table-data",
  scope: "section",
  severity: "error",
  summary: "A stick table stores data that haproxy knows, with the arguments it takes",
  daemon: "rejects",
  format: haproxy,
  check(model, report, { targets }) {
    for (const { table } of tablesOf(model)) {
      const verdict = unlessBranch(table.statement);
      const found = [...lengthFaults(table, targets), ...table.store.flatMap(storeFaults(table, targets))];
      for (const { at, message, details } of found) report(at, message, { ...details, ...verdict });
    }
  },
});

interface Found {
  readonly at: Span;
  readonly message: string;
  readonly details?: Details;
}

/**
 * `len` belongs to the type and stands nowhere else (src/stick_table.c stktable_parse_type()); releases before 3.0 read the digits it begins
 * with, or some of them.
 */
function lengthFaults({ statement }: StickTable, targets: Targets): Found[] {
  const words = lineWords(statement);
  const at = words.findIndex(({ value }) => value === "len");
  const word = words[at];
  if (!word || words.slice(0, at).some(({ hole }) => hole)) return [];
  const right = words[at - 2]?.value === "type" && /^(string|binary)$/.test(words[at - 1]!.value);
  if (!right) return [{ at: word.at, message: "len stands right behind type string or type binary only" }];
  const length = words[at + 1];
  const tail = length && !length.hole ? /^[+-]?\d+(\D.*)$/.exec(length.value)?.[1] : undefined;
  return tail && isSince(targets, "3.0")
    ? [{ at: length!.at, message: `len ${length!.value} is no length: nothing may stand behind the digits` }]
    : [];
}

const storeFaults =
  ({ store }: StickTable, { haproxy: version }: Targets) =>
  (stored: Stored): Found[] => {
    const { name, at, word, closed } = stored;
    if (word.hole) return [];
    if (!closed) return [{ at, message: `the parenthesis of ${name} is not closed` }];
    const def = entry(tables.stickTableData, name);
    if (!def || !knownAt(def, version)) {
      const since = def?.since ? `: it came with haproxy ${def.since}` : "";
      const message = `haproxy stores no ${name || "data without a name"}${since}`;
      return [{ at, message, details: suggestion(at, name, Object.keys(tables.stickTableData)) }];
    }
    const other = store.find((one) => def.replaces?.includes(one.name));
    return [
      ...(other
        ? [{ at, message: `${name} takes the place of ${other.name}, and both are stored here` }]
        : []),
      ...argumentFaults(stored, def.args),
    ];
  };

function argumentFaults(
  { name, args, at, argsAt = at }: Stored,
  kinds: readonly string[] | undefined,
): Found[] {
  if (!kinds)
    return args === undefined ? [] : [{ at, message: `store ${name} takes nothing in parentheses` }];
  if (args === undefined) {
    const example = kinds.map((kind) => (kind === "period" ? "10s" : "1")).join(",");
    return [{ at, message: `store ${name} needs ${kinds.join(" and ")}: ${name}(${example})` }];
  }
  const given = cut(args, kinds.length);
  return kinds.flatMap((kind, i) => {
    const problem = kind === "period" ? periodProblem(given[i] ?? "") : countProblem(given[i] ?? "");
    return problem ? [{ at: argsAt, message: `${name}(${args}): ${problem}` }] : [];
  });
}

/** The first comma divides two arguments; one alone has none. */
function cut(args: string, count: number): string[] {
  const comma = args.indexOf(",");
  return count === 1 || comma < 0 ? [args] : [args.slice(0, comma), args.slice(comma + 1)];
}

const periodProblem = (text: string): string | undefined =>
  typeof timeOf(text, "ms") === "number" ? undefined : `${text || "nothing"} is no time`;

function countProblem(text: string): string | undefined {
  if (text.includes(",")) return "it takes one number";
  const count = Number(/^\s*[+-]?\d+/.exec(text)?.[0] ?? 0);
  return count >= 1 && count <= 100 ? undefined : `${text || "nothing"} is not a number of 1 to 100`;
}
