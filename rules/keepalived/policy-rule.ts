import type { Word } from "../../parsers/core/tree.ts";
import { any, based, type Form, mark, named, pair, realms, table, upTo } from "./forms.ts";
import {
  belong,
  blame,
  isUnknown,
  type Line,
  lineOf,
  takeAddress,
  takeFamily,
  takeForm,
  types,
} from "./reading.ts";
import type { Entry } from "./routes.ts";

const left = "the option is left out";

/** Options with one value. `needy`: it needs a lookup in a table. `instead`: what a wrong value does, where the rule stands. */
const options: Readonly<
  Record<string, { readonly form: Form; readonly needy?: true; readonly instead?: string }>
> = {
  preference: { form: based },
  order: { form: based },
  priority: { form: based },
  tos: { form: named(255) },
  dsfield: { form: named(255) },
  fwmark: { form: mark },
  realms: { form: realms, needy: true },
  suppress_prefixlength: { form: upTo(0x7fff_ffff), needy: true },
  sup_pl: { form: upTo(0x7fff_ffff), needy: true },
  suppress_ifgroup: { form: named(0x7fff_ffff), needy: true },
  sup_group: { form: named(0x7fff_ffff), needy: true },
  dev: { form: any },
  iif: { form: any },
  oif: { form: any },
  "tunnel-id": { form: upTo(2n ** 64n - 1n) },
  uidrange: { form: pair },
  protocol: { form: upTo(255), instead: left },
  ipproto: { form: named(255), instead: left },
  sport: { form: pair, instead: left },
  dport: { form: pair, instead: left },
  track_group: { form: any },
};
const flags: ReadonlySet<string> = new Set(["not", "no_track"]);
const actions: ReadonlySet<string> = new Set(["blackhole", "unreachable", "prohibit", "nop"]);

/** A line of virtual_rules or static_rules as keepalived 2.2.7 reads it. */
export function readRule({ statement, fixed }: Entry): Line {
  const line = lineOf(statement);
  let action: Word | undefined;
  const act = (word: Word): void => {
    if (action) blame(line, word, `${word.value} is the second action after ${action.value}`);
    action ??= word;
  };
  while (!isUnknown(line) && line.faults.length === 0 && line.next < line.words.length) {
    const word = line.words[line.next++]!;
    const option =
      Object.hasOwn(options, word.value) && (fixed || word.value !== "track_group")
        ? options[word.value]
        : undefined;
    if (option || flags.has(word.value)) line.seen.set(word.value, word);
    if (option) {
      takeForm(line, word, option.form, false, option.instead);
      if (word.value === "realms") belong(line, word, 4);
    } else if (word.value === "inet" || word.value === "inet6") takeFamily(line, word);
    else if (word.value === "from" || word.value === "to") takeAddress(line, word, true);
    else if (word.value === "table" || word.value === "lookup") {
      takeForm(line, word, table);
      act(word);
    } else if (word.value === "l3mdev") act(word);
    else if (!flags.has(word.value)) readAction(line, word, act);
  }
  if (!isUnknown(line) && line.faults.length === 0) complete(line, action);
  return line;
}

function readAction(line: Line, first: Word, act: (word: Word) => void): void {
  const word = first.value === "type" ? line.words[line.next++] : first;
  if (!word) blame(line, first, "type needs a value");
  else if (word.value === "goto" || actions.has(word.value)) {
    if (word.value === "goto") takeForm(line, word, upTo());
    act(word);
  } else blame(line, word, `${word.value} is no ${types.has(word.value) ? "action" : "option"} of a rule`);
}

/** What the line as a whole must have. */
function complete(line: Line, action: Word | undefined): void {
  const needy = [...line.seen.values()].find(({ value }) => options[value]?.needy);
  if (!action)
    blame(
      line,
      line.words[0]!,
      "the rule has no action: table, goto, nop, blackhole, prohibit or unreachable",
    );
  else if (needy && !/^(table|lookup|l3mdev)$/.test(action.value))
    blame(line, needy, `${needy.value} needs a table, not ${action.value}`);
  else if (action.value === "goto") completeGoto(line, action);
  const group = line.seen.get("track_group");
  if (group && !line.seen.has("dev") && !line.seen.has("iif"))
    blame(line, group, "track_group needs dev or iif", "the rule is not tracked by it");
}

/** A rule may only send on to a later one. */
function completeGoto(line: Line, action: Word): void {
  const preference = preferenceOf(line);
  const target = line.words[line.words.indexOf(action) + 1];
  if (!preference) blame(line, action, "goto needs a preference");
  else if (target && Number(preference.value) >= Number(target.value))
    blame(line, target, `goto ${target.value} does not lead forward from preference ${preference.value}`);
}

/** The value of the option that says when the rule is asked. */
const preferenceOf = ({ words, seen }: Line): Word | undefined => {
  const option = seen.get("preference") ?? seen.get("order") ?? seen.get("priority");
  return option && words[words.indexOf(option) + 1];
};

export const hasPreference = (line: Line): boolean => preferenceOf(line) !== undefined;
