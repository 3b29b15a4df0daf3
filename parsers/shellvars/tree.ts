import { isOperator, plainWords, shellTree } from "../core/shell.ts";
import { cover, type Source, span, textOf } from "../core/source.ts";
import type { Mistake, Statement, Tree, Word } from "../core/tree.ts";

const assignment = /^([A-Za-z_]\w*)\+?=/;

/** Commands that only mark the variables they set. */
const markers = ["export", "readonly", "local", "declare", "typeset"];

/**
 * A file of variables that a shell script sources: each assignment a statement, its name the keyword, its value the one
 * argument (none where it is empty). Other commands stay as they are.
 */
export function variablesTree(source: Source): Tree {
  const tree = shellTree(source);
  const mistakes: Mistake[] = [...tree.mistakes];
  return {
    ...tree,
    statements: tree.statements.flatMap((command) => settingsOf(command, mistakes)),
    mistakes,
  };
}

/** The same for a file that systemd reads as EnvironmentFile: it takes blanks around = and in values for what they were meant. */
export function environmentTree(source: Source): Tree {
  const tree = variablesTree(source);
  return { ...tree, mistakes: tree.mistakes.filter(({ rule }) => !rule.startsWith("shellvars/")) };
}

function settingsOf(command: Statement, mistakes: Mistake[]): Statement[] {
  const words = [command.keyword, ...command.args];
  const marker = markers.includes(words[0]!.value) ? words.slice(0, 1) : [];
  const rest = words.slice(marker.length);
  const spaced = spacedAssignment(rest);
  if (spaced) {
    mistakes.push(spaced.mistake);
    return [...marker.map(bare), spaced.statement];
  }
  const end = rest.findIndex((word) => !assignment.test(textOf(word.at)));
  const set = end < 0 ? rest : rest.slice(0, end);
  const after = end < 0 ? [] : rest.slice(end);
  const stray = plainWords(after)[0];
  const last = set.at(-1);
  if (last && stray && marker.length === 0 && isApart(last, stray)) mistakes.push(unquotedBlank(last, stray));
  return [...marker.map(bare), ...set.map(settingOf), ...(after.length > 0 ? [commandOf(after)] : [])];
}

/** Blanks stand between the two: a quote that is not closed is a word of its own right behind another. */
const isApart = (a: Word, b: Word): boolean => a.at.end < b.at.start;

const bare = (word: Word): Statement => ({ kind: "statement", keyword: word, args: [], at: word.at });

const commandOf = (words: readonly Word[]): Statement => ({
  kind: "statement",
  keyword: words[0]!,
  args: words.slice(1),
  at: cover(words[0]!.at, words.at(-1)!.at),
});

function settingOf({ at, value, hole }: Word): Statement {
  const text = textOf(at);
  const name = /^\w+/.exec(text)![0];
  const from = at.start + text.indexOf("=") + 1;
  const first = at.source.text[from];
  const keyword: Word = { kind: "word", value: name, at: span(at.source, at.start, at.start + name.length) };
  const written: Word = {
    kind: "word",
    value: value.slice(value.indexOf("=") + 1),
    at: span(at.source, from, at.end),
    ...(first === '"' || first === "'" ? { quote: first } : {}),
    ...(hole ? { hole } : {}),
  };
  return { kind: "statement", keyword, args: written.at.end > from ? [written] : [], at };
}

/** `X = y`, `X =y`, `X= y`: sh runs X, or y, as a command, and sets nothing. */
function spacedAssignment(words: readonly Word[]): { mistake: Mistake; statement: Statement } | undefined {
  const [first, second, third] = words;
  if (!first || !second || isOperator(second) || !isApart(first, second)) return undefined;
  const name = /^[A-Za-z_]\w*/.exec(textOf(first.at))?.[0] ?? "";
  const before = textOf(first.at) === name && textOf(second.at).startsWith("=");
  const after = textOf(first.at) === `${name}=` && plainWords(words).length === 2 && words.length === 2;
  if (!name || !(before || after)) return undefined;
  const { source, start } = first.at;
  const apart = textOf(second.at) === "=" && third && !isOperator(third) ? third : second;
  const skip = apart === second && before ? 1 : 0;
  const value: Word = {
    ...apart,
    value: apart.value.slice(skip),
    at: span(source, apart.at.start + skip, apart.at.end),
  };
  const keyword: Word = { kind: "word", value: name, at: span(source, start, start + name.length) };
  const at = cover(first.at, apart.at);
  const runs = before ? name : second.value;
  return {
    statement: { kind: "statement", keyword, args: value.at.end > value.at.start ? [value] : [], at },
    mistake: {
      kind: "mistake",
      rule: "shellvars/spaced-assignment",
      message: `blanks beside =: sh runs the command ${runs} and does not set ${name}`,
      at,
      fix: {
        title: `write ${name}=…`,
        safe: true,
        edits: [{ at: span(source, keyword.at.end, value.at.start), text: "=" }],
      },
    },
  };
}

/** `X=a b`: sh runs b, with X in its environment only. */
function unquotedBlank(set: Word, stray: Word): Mistake {
  const name = /^\w+/.exec(textOf(set.at))![0];
  return {
    kind: "mistake",
    rule: "shellvars/unquoted-blank",
    message: `the value is not in quotes: sh runs the command ${stray.value} and does not set ${name}`,
    at: cover(set.at, stray.at),
  };
}
