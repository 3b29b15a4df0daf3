import { linesTree } from "../core/build.ts";
import { cover, type Source, span } from "../core/source.ts";
import type { Comment, Mistake, Statement, Tree, Word } from "../core/tree.ts";
import { asMeant, isSwallowed, joinedWords, swallowedCommand, withoutComments } from "./comments.ts";
import { readColocation, readLocation, readMonitor, readOrder, readTicket } from "./constraints.ts";
import { type Cursor, cursorOf } from "./cursor.ts";
import {
  readAlert,
  readFencingTopology,
  readNames,
  readProperty,
  readRole,
  readTag,
  readUser,
  readXml,
} from "./others.ts";
import {
  type ReadCommand,
  readBundle,
  readClone,
  readGroup,
  readNode,
  readPrimitive,
  readTemplate,
} from "./resources.ts";
import { isProgram, isShellFile, opaque, shellLines, shellWordIn, unprompted } from "./shell.ts";
import { lex, readWord } from "./tokens.ts";

/** How each command of `crm configure` that makes something is read. */
const commands: Readonly<Record<string, ReadCommand>> = {
  primitive: readPrimitive,
  rsc_template: readTemplate,
  group: readGroup,
  clone: readClone,
  ms: readClone,
  master: readClone,
  bundle: readBundle,
  node: readNode,
  location: readLocation,
  colocation: readColocation,
  collocation: readColocation,
  order: readOrder,
  rsc_ticket: readTicket,
  monitor: readMonitor,
  property: readProperty,
  rsc_defaults: readProperty,
  op_defaults: readProperty,
  fencing_topology: readFencingTopology,
  "fencing-topology": readFencingTopology,
  tag: readTag,
  role: readRole,
  user: readUser,
  acl_target: readNames,
  acl_group: readNames,
  alert: readAlert,
  xml: readXml,
};

/** Words that crmsh counts before it reads any: fewer than two behind the keyword are too few. */
const atLeastTwo =
  /^(primitive|rsc_template|group|clone|ms|master|bundle|location|colocation|collocation|order|rsc_ticket|monitor|tag|role|user|acl_target|acl_group|alert)$/;

/** A text as `crm configure load`, `crm -f` or sh reads it. */
export function parse(source: Source): Tree {
  const { read, mistakes } = lex(source);
  const tree = linesTree(source, read, readWord);
  const isShell = isShellFile(source.text, tree.statements);
  const { crm, others } = isShell ? shellLines(tree.statements) : asideFrom(tree.statements);
  const shellWord = shellWordIn(tree.statements);
  const elsewhere = ({ at }: Mistake): boolean =>
    others.some((line) => line.at.start <= at.start && at.end <= line.at.end);
  const found = mistakes.filter((mistake) => !elsewhere(mistake));
  if (shellWord) found.push(notLoadable(shellWord));
  const comments: Comment[] = [...tree.comments];
  const statements = crm.flatMap((line) => {
    const cleared = withoutComments(unprompted(line, shellWord !== undefined));
    comments.push(...cleared.comments);
    found.push(...cleared.mistakes);
    const { line: meant, taken } = unjoined(cleared.line, found);
    return parted(meant, found, taken);
  });
  return {
    ...tree,
    statements: [...statements, ...others].sort((a, b) => a.at.start - b.at.start),
    comments: comments.sort((a, b) => a.at.start - b.at.start),
    mistakes: found,
  };
}

const notLoadable = ({ value, at }: Word): Mistake => ({
  kind: "mistake",
  rule: "crmsh/script",
  message: `${value} is a command of the shell: crm configure load refuses this file, which is to be run by or piped into crm`,
  at,
});

const asideFrom = (lines: readonly Statement[]) => ({
  crm: lines.filter((line) => !isProgram(line)),
  others: lines.filter(isProgram).map(opaque),
});

interface Meant {
  readonly line: Statement;
  /** crm takes the line as it stands, so that what is wrong with the line as it was meant is not refused yet. */
  readonly taken: boolean;
}

/** Words that a backslash has joined are read as they were meant, and told. */
function unjoined(line: Statement, mistakes: Mistake[]): Meant {
  const words = [line.keyword, ...line.args];
  const meant = words.map(asMeant);
  if (meant.every(({ length }) => length === 1)) return { line, taken: false };
  const asRead: Mistake[] = [];
  commandOf(line, asRead);
  const joined = words.filter((_, i) => meant[i]!.length > 1);
  // An escaped blank comes into the name, of which crm makes an id.
  const taken = asRead.length === 0 && !joined.some(({ value }) => /^\s/.test(value));
  mistakes.push(...joined.map((word) => joinedWords(word, taken ? "silent" : "rejects")));
  const [keyword, ...args] = meant.flat();
  return { line: { ...line, keyword: keyword!, args }, taken };
}

/** Commands that a backslash at the end of another has swallowed are read as they were meant, and told. */
function parted(line: Statement, mistakes: Mistake[], taken: boolean): Statement[] {
  const swallowed = line.args.filter((word) => isSwallowed(word, line));
  if (swallowed.length === 0) return [meantCommand(line, mistakes, taken)];
  const asRead: Mistake[] = [];
  commandOf(line, asRead);
  const verdict = asRead.length > 0 ? "rejects" : "silent";
  mistakes.push(...swallowed.map((word) => swallowedCommand(word, line.keyword, verdict)));
  const starts = [line.keyword, ...swallowed];
  const words = [line.keyword, ...line.args];
  return starts.map((keyword, i) => {
    const args = words.slice(words.indexOf(keyword) + 1, starts[i + 1] && words.indexOf(starts[i + 1]!));
    const at = cover(keyword.at, (args.at(-1) ?? keyword).at);
    const part = { ...(i === 0 ? line : { kind: "statement" as const }), keyword, args, at };
    return meantCommand(part, mistakes, verdict === "silent");
  });
}

/** A line as it was meant, where crm may take it as it stands. */
function meantCommand(line: Statement, mistakes: Mistake[], taken: boolean): Statement {
  const own: Mistake[] = [];
  const command = commandOf(line, own);
  mistakes.push(...own.map((one): Mistake => (taken ? { ...one, verdict: "silent" } : one)));
  return command;
}

/** One logical line: its keyword in lower case, its sections as a block. */
function commandOf(line: Statement, mistakes: Mistake[]): Statement {
  const name = line.keyword.value.toLowerCase();
  const keyword: Word = { ...line.keyword, value: name };
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || line.keyword.hole) return { ...line, keyword };
  const cursor = cursorOf([keyword, ...line.args], 1);
  const { args, sections } = command(cursor);
  finish(cursor, mistakes);
  const rest = cursor.words
    .slice(1)
    .filter((word) => !covered(word, args, sections))
    .map(unread);
  const block = sections.length > 0 ? blockOf(sections) : undefined;
  return { ...line, keyword, args: [...args, ...rest], ...(block ? { block } : {}) };
}

/** What crm did not come to says nothing, and nothing is missing that may be in it. */
const unread = (word: Word): Word => ({ ...word, hole: true });

function finish(cursor: Cursor, mistakes: Mistake[]): void {
  const { words, next, failed } = cursor;
  const [keyword, ...args] = words;
  if (args.some(({ hole }) => hole)) return;
  const at = (word: Word | undefined) => (word ?? keyword!).at;
  const mistake = (message: string, word: Word | undefined): void => {
    mistakes.push({ kind: "mistake", rule: "crmsh/syntax", message, at: at(word) });
  };
  if (args.length < 2 && atLeastTwo.test(keyword!.value))
    mistake(`${keyword!.value} needs at least two words behind it: crm refuses the whole file`, keyword);
  else if (failed) mistakes.push(...cursor.mistakes);
  else if (next < words.length)
    mistake(`${words[next]!.value} does not fit here: crm refuses the whole file`, words[next]);
}

const blockOf = (sections: readonly Statement[]) => {
  const at = cover(sections[0]!.at, sections.at(-1)!.at);
  return { kind: "block" as const, open: span(at.source, at.start, at.start), statements: sections, at };
};

/** Whether a word stands in the tree already, whole or in parts. */
function covered(word: Word, args: readonly Word[], sections: readonly Statement[]): boolean {
  if (args.includes(word)) return true;
  return sections.some(({ at }) => at.start <= word.at.start && word.at.end <= at.end && at.end > at.start);
}
