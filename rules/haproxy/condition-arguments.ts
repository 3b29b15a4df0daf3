import { type Span, textOf } from "../../parsers/core/source.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { linesNamed } from "./lines.ts";

/** Predicates that compare two strings; the others take one argument or none. */
const two = new Set(["streq", "strneq", "strstr"]);
const known =
  /^(?:streq|strneq|strstr|defined|feature|enabled|(?:version|openssl_version|awslc_api)_(?:atleast|before)|ssllib_name_startswith)$/;

export const conditionArguments = modelRule({
  id: "haproxy/condition-arguments",
  scope: "section",
  severity: "error",
  summary: "A predicate of .if must be given as many arguments as it takes",
  daemon: "rejects",
  format: haproxy,
  check({ statements }, report) {
    for (const { keyword, args, branch } of linesNamed({ statements }, ".if", ".elif")) {
      if (args.some(({ hole }) => hole)) continue;
      const daemon = keyword.value === ".if" && !branch?.outer ? "rejects" : "silent";
      for (const { word, name, text, from } of callsIn(args)) {
        const why = fault(name, text);
        if (why) report(spanOf(word, from, name), why, { daemon });
      }
    }
  },
});

interface Call {
  readonly word: Word;
  readonly name: string;
  /** What stands between the parentheses; undefined where none closes. */
  readonly text: string | undefined;
  /** Offset in the word's value. */
  readonly from: number;
}

/** The predicates with a parenthesis, of arguments that stand in one word and have no quotes of their own. */
const callsIn = (words: readonly Word[]): Call[] =>
  words.flatMap((word) =>
    [...word.value.matchAll(/(?<![\w(,])(\w+)\(([^()"'\\]*)(\)?)/g)].flatMap((match): Call[] => {
      const [all, name = "", text = "", close] = match;
      const end = match.index + all.length;
      const isCut = !close && (end < word.value.length || word !== words.at(-1));
      if (!known.test(name) || isCut) return [];
      return [{ word, name, text: close ? text : undefined, from: match.index }];
    }),
  );

function fault(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return `${name} has no closing parenthesis: the condition cannot be read`;
  const count = text.split(",").length;
  if (two.has(name) && count !== 2)
    return `${name} compares two strings and is given ${count === 1 ? "one" : count}: the condition cannot be read`;
  if (!two.has(name) && count > 1)
    return `${name} takes one argument and is given ${count}: the condition cannot be read`;
  return name.startsWith("openssl_version") && text !== "" && !/^\d/.test(text)
    ? `${text} is no version of OpenSSL: the condition cannot be read`
    : undefined;
}

/** The name of the predicate, or its word where that is not written as haproxy reads it. */
const spanOf = ({ at, value }: Word, from: number, name: string): Span =>
  textOf(at) === value ? at.with({ start: at.start + from, end: at.start + from + name.length }) : at;
