import { cover, type Source, type Span, span, textOf } from "../core/source.ts";
import { holeChar } from "../core/templateMask.ts";
import type { Comment, Mistake, Statement, Tree, Word } from "../core/tree.ts";
import * as say from "./mistakes.ts";

/** A virtual service while its settings are gathered. */
interface Section {
  readonly head: Statement;
  readonly settings: Statement[];
}

/** What the lines before have left. */
interface Fold {
  readonly source: Source;
  readonly statements: (Statement | Section)[];
  readonly comments: Comment[];
  readonly mistakes: Mistake[];
  /** The last virtual service; `open`: indented lines still belong to it. */
  section?: Section;
  open: boolean;
  /** Where the line before ended. */
  end: number;
}

const isSection = (one: Statement | Section): one is Section => "head" in one;

/** Settings that stand at least four columns in belong to the `virtual` line above them; ldirectord counts a tab as four. */
export function folded(tree: Tree): Tree {
  const { source } = tree;
  const fold: Fold = {
    source,
    statements: [],
    comments: [...tree.comments],
    mistakes: [],
    open: false,
    end: 0,
  };
  for (const { at } of tree.statements) readLine(fold, at);
  return {
    source,
    statements: fold.statements.map((one) => (isSection(one) ? sectionOf(one) : one)),
    comments: fold.comments.sort((a, b) => a.at.start - b.at.start),
    mistakes: fold.mistakes,
  };
}

function sectionOf({ head, settings }: Section): Statement {
  const at = settings.reduce((whole, { at }) => cover(whole, at), head.at);
  const open = span(at.source, head.at.end, head.at.end);
  return { ...head, block: { kind: "block", open, statements: settings, at: cover(open, at) }, at };
}

function readLine(fold: Fold, line: Span): void {
  const { source } = fold;
  const text = textOf(line);
  const gap = span(source, fold.end, line.start);
  fold.end = line.end;
  const emptyLine = /\n\r?\n/.test(textOf(gap)) ? gap : undefined;
  const wasOpen = fold.open;
  if (emptyLine) fold.open = false;
  const indent = /^[ \t]*/.exec(text)![0];
  const columns = indent.replaceAll("\t", "    ").length;
  if (/^\s*$/.test(text)) {
    if (fold.open && columns + (text.length > indent.length ? 1 : 0) > 4)
      fold.mistakes.push(say.blankSetting(line));
    else fold.open = false;
    return;
  }
  if (columns === 0) {
    fold.open = false;
    readGlobal(fold, line);
    return;
  }
  const body = span(source, line.start + indent.length, line.end);
  if (!fold.section) fold.mistakes.push(say.outsideVirtual(body));
  else {
    if (fold.open && columns < 4) fold.mistakes.push(say.shortIndent(line, body));
    else if (!fold.open) fold.mistakes.push(say.afterEnd(body, wasOpen ? emptyLine : undefined));
    fold.open = true;
    const setting = settingOf(fold, withoutComment(fold, body));
    if (setting) fold.section.settings.push(setting);
  }
}

function readGlobal(fold: Fold, line: Span): void {
  const statement = settingOf(fold, line, textOf(line).startsWith("supervised"));
  if (!statement) return;
  if (/^virtual6?$/.test(statement.keyword.value)) {
    fold.section = { head: statement, settings: [] };
    fold.open = true;
    fold.statements.push(fold.section);
  } else fold.statements.push(statement);
}

/** In a virtual service `#` begins a comment anywhere, in quotes too. */
function withoutComment(fold: Fold, body: Span): Span {
  const hash = textOf(body).indexOf("#");
  if (hash < 0) return body;
  fold.comments.push({ kind: "comment", at: body.with({ start: body.start + hash }) });
  return body.with({ end: body.start + hash });
}

/** `key = value` with the value as one word; what follows a quoted value is a second one, which ldirectord ignores. */
function settingOf(fold: Fold, body: Span, mayBeBare = false): Statement | undefined {
  const match = /^([^\s=]*)\s*(=?)\s*(.*?)\s*$/s.exec(textOf(body))!;
  const [, key = "", sign, value = ""] = match;
  const keyword = wordAt(body.with({ end: body.start + key.length }));
  const end = body.start + match[0].trimEnd().length;
  if (sign === "" && !(mayBeBare && value === "")) {
    fold.mistakes.push(say.noEquals(body.with({ end }), keyword));
    return undefined;
  }
  const args = value === "" ? [] : valueWords(span(fold.source, end - value.length, end));
  return {
    kind: "statement",
    keyword,
    args,
    at: span(fold.source, body.start, Math.max(end, keyword.at.end)),
  };
}

function valueWords(at: Span): Word[] {
  const text = textOf(at);
  const close = text.lastIndexOf('"');
  if (!text.startsWith('"') || close < 1) return [wordAt(at)];
  const quoted = at.with({ end: at.start + close + 1 });
  const word: Word = { ...wordAt(quoted), value: text.slice(1, close), quote: '"' };
  const rest = text.slice(close + 1);
  const start = at.end - rest.trimStart().length;
  return rest.trim() === "" ? [word] : [word, wordAt(at.with({ start }))];
}

const wordAt = (at: Span): Word => {
  const value = textOf(at);
  return { kind: "word", value, at, ...(value.includes(holeChar) ? { hole: true as const } : {}) };
};
