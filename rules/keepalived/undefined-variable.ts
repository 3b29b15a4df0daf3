import type { Verdict } from "../../parsers/core/schema.ts";
import { isTemplate } from "../../parsers/core/templated.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { type Document, modelRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";
import { fault, slotsOf } from "../schema/words.ts";
import { type Definition, definitionsOf, referencesIn } from "./definitions.ts";
import { readWordsIn } from "./words.ts";

export const undefinedVariable = modelRule({
  id: "keepalived/undefined-variable",
  severity: "error",
  summary: "A variable must be defined above the line that uses it",
  byAbsence: true,
  daemon: "silent",
  format: keepalived,
  check(_model, report, { document }) {
    if (!document.root || !document.whole || isTemplate(document.tree)) return;
    const definitions = definitionsOf(document);
    const verdicts = verdictsOf(document);
    for (const { word, statement, raw } of readWordsIn(document)) {
      if (!(word.hole || raw)) continue;
      if (isLateDefinition(word, statement)) {
        report(word.at, `the blank before = makes this a keyword, not the definition of ${word.value}`, {
          daemon: "rejects",
          fix: {
            title: "delete the blank",
            safe: true,
            edits: [{ at: word.at.with({ start: word.at.end, end: statement.args[0]!.at.start }), text: "" }],
          },
        });
        continue;
      }
      for (const { name, braced } of referencesIn(word.value)) {
        if (builtIn.has(name) || (raw && !(braced && !word.quote))) continue;
        const known = definitions.filter((one) => one.name === name);
        if (known.some((one) => one.within === "sequence" || (!one.within && precedes(one, word)))) continue;
        const daemon = braced && !word.quote ? "rejects" : (verdicts.get(word) ?? "silent");
        const other = known[0];
        report(word.at, `$${name} is ${reason(other, word)}: it stays as it is written`, {
          daemon,
          ...(other ? { related: [{ at: other.at, message: "defined here" }] } : {}),
        });
      }
    }
  },
});

/** What the daemon defines by itself: the later releases know no more than 2.2.7. */
const builtIn: ReadonlySet<string> = new Set(["_PWD", "_INSTANCE", "_RANDOM", "_HASH", "_BANG"]);

const isLateDefinition = ({ value }: Word, { keyword, args }: Statement): boolean =>
  keyword.value === value && /^\$[A-Za-z_]\w*$/.test(value) && !!args[0]?.value.startsWith("=");

const precedes = ({ at }: Definition, word: Word): boolean =>
  at.source !== word.at.source || at.start < word.at.start;

const reason = (definition: Definition | undefined, word: Word): string =>
  !definition
    ? "not defined"
    : definition.within && precedes(definition, word)
      ? "defined for other configuration ids only"
      : "defined only below";

/** What the daemon does with the words that hold variables, if they stay as they are written. */
function verdictsOf(document: Document): ReadonlyMap<Word, Verdict> {
  const verdicts = new Map<Word, Verdict>();
  for (const { statement, def, placeDef, args } of visitsOf(document)) {
    if (!def) {
      if (placeDef.complete) verdicts.set(statement.keyword, "rejects");
      continue;
    }
    for (const slot of slotsOf(statement.keyword, def, args, def === placeDef.entry).slots) {
      const { word, arg } = slot;
      if (!word.hole) continue;
      const { kind, value, at } = word;
      const rejected = arg.refers || fault(document, { ...slot, word: { kind, value, at } });
      if (rejected) verdicts.set(word, arg.verdict ?? "rejects");
    }
  }
  return verdicts;
}
