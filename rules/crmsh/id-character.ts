import { type Statement, type Word, walk } from "../../parsers/core/tree.ts";
import { idsBelow } from "../../parsers/crmsh/ids.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";
import { pairsIn, specOf } from "../../parsers/crmsh/modelParts.ts";
import { isId, isOption, noId } from "../../parsers/crmsh/resources.ts";
import { cut, idPart } from "../../parsers/crmsh/words.ts";
import { modelRule } from "../rule.ts";

export const idCharacter = modelRule({
  id: "crmsh/id-character",
  format: crmsh,
  severity: "error",
  summary: "Names must be such that crm can make XML ids of them",
  daemon: "rejects",
  check(_, report, { document }) {
    for (const command of document.tree.statements) {
      for (const { what, word } of partsIn(command))
        if (!word.hole && word.value.trim() !== "" && !idPart.test(word.value))
          report(
            word.at,
            `crm makes an XML id of ${what} ${word.value}, and only letters of ASCII, digits, _, . and - may stand in one: crm refuses the file`,
          );
      if (command.keyword.value === "node") continue;
      for (const id of idsIn(command)) if (!id.hole && !isId(id.value)) report(id.at, noId(id));
    }
  },
});

interface Part {
  readonly what: string;
  readonly word: Word;
}

const sets = /^(params|meta|utilization|attributes|op_params|op_meta)$/;
const whole = /^(property|rsc_defaults|op_defaults)$/;

/** The names and intervals of a command that stand in ids. */
function partsIn(command: Statement): Part[] {
  const { keyword, args, block } = command;
  if (keyword.value === "monitor")
    return args[1] ? [{ what: "the interval", word: cut(args[1], ":").left }] : [];
  const inside = [...walk(block?.statements ?? [])];
  return [
    ...[...(whole.test(keyword.value) ? [command] : []), ...inside.filter(isSet)].flatMap(namesIn),
    ...inside.filter(isOperation).flatMap(operationParts),
  ];
}

const isSet = ({ keyword, block }: Statement): boolean => block !== undefined && sets.test(keyword.value);
const isOperation = ({ keyword, block }: Statement): boolean => keyword.value === "op" && block !== undefined;

const namesIn = ({ block }: Statement): Part[] =>
  pairsIn(block?.statements ?? []).map(({ name }) => ({ what: "the name", word: name }));

/** An operation's id is made of its name and interval, where it has none; its parameters have ids as others do. */
function operationParts({ args, block }: Statement): Part[] {
  const pairs = pairsIn(block!.statements);
  const named = block!.statements.some(({ keyword }) => /^\$?id$/.test(keyword.value));
  const interval = named ? undefined : pairs.find(({ name }) => name.value === "interval")?.value;
  return [
    ...(named || !args[0] ? [] : [{ what: "the operation", word: args[0] }]),
    ...(interval ? [{ what: "the interval", word: interval }] : []),
    ...pairs.flatMap(({ name }) => (isOption(name) ? [] : [{ what: "the name", word: name }])),
  ];
}

/** What `$id=` gives, and `$id=NAME` or `NAME:` before the pairs of a whole set. */
function idsIn(command: Statement): Word[] {
  const first = whole.test(command.keyword.value) ? command.args[0] : undefined;
  const { id } = first ? specOf([first]) : {};
  return [...(id ? [id] : []), ...idsBelow(command)];
}
