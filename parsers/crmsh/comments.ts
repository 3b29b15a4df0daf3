import type { Verdict } from "../core/schema.ts";
import { linesOf, positionAt, type Source, type Span, span, textOf } from "../core/source.ts";
import type { Comment, Mistake, Statement, Word } from "../core/tree.ts";
import { unquoted } from "./words.ts";

/** A `#` begins a comment for crm where a line begins with it, and nowhere else. */
interface Cleared {
  readonly line: Statement;
  readonly comments: readonly Comment[];
  readonly mistakes: readonly Mistake[];
}

/** The command without what was meant as a comment behind it: each ends with its line of the text. */
export function withoutComments(line: Statement): Cleared {
  const words = [line.keyword, ...line.args];
  const first = words.findIndex((word, i) => i > 0 && isRemark(word, words[i - 1]!));
  if (first < 0 || line.keyword.value.toLowerCase() === "xml") return { line, comments: [], mistakes: [] };
  const { source, start } = words[first]!.at;
  const end = lineEnd(source, start);
  const remark = words.filter(({ at }) => at.start >= start && at.start < end);
  const at = span(source, start, Math.min(end, remark.at(-1)!.at.end));
  const rest = withoutComments({ ...line, args: words.slice(1).filter((word) => !remark.includes(word)) });
  return {
    line: rest.line,
    comments: [{ kind: "comment", at }, ...rest.comments],
    mistakes: [inlineComment(line, at), ...rest.mistakes],
  };
}

/** `#uname` behind `rule`, a score, `and` or `defined` is a node attribute. */
const leadsToAttribute = /^(rule|and|or|defined|not_defined|\$?role=.*|\$id=.*|[^:]+:)$/i;

const isRemark = (word: Word, before: Word): boolean =>
  textOf(word.at).startsWith("#") &&
  !(/^#[A-Za-z_][\w-]*$/.test(word.value) && leadsToAttribute.test(before.value));

function lineEnd({ text }: Source, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function inlineComment(line: Statement, at: Span): Mistake {
  const { source } = at;
  const start = linesOf(source)[positionAt(source, line.at.start).line]!;
  const blanks = /[ \t]*$/.exec(source.text.slice(start, at.start))![0].length;
  return {
    kind: "mistake",
    rule: "crmsh/inline-comment",
    message:
      "# begins a comment at a line's start only: crm takes these words for names and refuses the file",
    at,
    fix: {
      title: "move the comment to a line of its own",
      safe: true,
      edits: [
        { at: span(source, start, start), text: `${textOf(at)}\n` },
        { at: span(source, at.start - blanks, at.end), text: "" },
      ],
    },
  };
}

const joint = /\\+[ \t\r]*\n[ \t\r]*/;

/** Where a backslash without a blank before it has made one word of two: the offset in the word's text. */
function jointIn(at: Span): number {
  const raw = textOf(at);
  if (!raw.includes("\n")) return -1;
  return raw.replace(/"(?:\\[\s\S]|[^"\\])*"|'[^']*'/g, (text) => "x".repeat(text.length)).search(joint);
}

/** A word as the words that were meant. */
export function asMeant(word: Word): Word[] {
  const index = jointIn(word.at);
  if (index < 0) return [word];
  const { source, start, end } = word.at;
  const raw = textOf(word.at);
  const next = index + joint.exec(raw.slice(index))![0].length;
  const cutAt = (from: number, to: number): Word => ({
    ...word,
    value: unquoted(source.text.slice(from, to)),
    at: span(source, from, to),
  });
  return [cutAt(start, start + index), ...asMeant(cutAt(start + next, end))];
}

export function joinedWords({ at }: Word, verdict: Verdict): Mistake {
  const start = at.start + jointIn(at);
  const shown = textOf(at).replace(joint, "");
  return {
    kind: "mistake",
    rule: "crmsh/joined-words",
    message: `no blank stands before this backslash: crm joins the lines and reads ${shown} as one word`,
    at: span(at.source, start, start + 1),
    verdict,
    fix: {
      title: "put a blank before the backslash",
      safe: false,
      edits: [{ at: span(at.source, start, start), text: " " }],
    },
  };
}

const makers =
  /^(primitive|rsc_template|group|clone|ms|location|colocation|order|rsc_ticket|property|rsc_defaults|op_defaults|fencing_topology)$/;

/** A word that begins a line of the text as a command does, in the middle of another command. */
export function isSwallowed(word: Word, { keyword }: Statement): boolean {
  if (!makers.test(word.value) || keyword.value === "bundle" || !makers.test(keyword.value)) return false;
  const { source, start } = word.at;
  const line = linesOf(source)[positionAt(source, start).line]!;
  return source.text.slice(line, start).trim() === "";
}

export function swallowedCommand({ at, value }: Word, keyword: Word, verdict: Verdict): Mistake {
  const { source } = at;
  const backslash = source.text.lastIndexOf("\\", at.start);
  return {
    kind: "mistake",
    rule: "crmsh/continued-command",
    message: `this backslash makes the next line part of ${keyword.value}: ${value} becomes a word of it and no command`,
    at: span(source, backslash, backslash + 1),
    verdict,
    related: [{ at, message: "the command that is swallowed" }],
    fix: {
      title: "delete the backslash",
      safe: false,
      edits: [{ at: span(source, backslash, backslash + 1), text: "" }],
    },
  };
}

/** A comment that a backslash carries on to a line that looks like none. */
export function continuedComment({ at }: Comment): Mistake[] {
  const text = textOf(at);
  const lost = [...text.matchAll(new RegExp(joint, "g"))].find((match) => {
    const next = text.slice(match.index + match[0].length);
    return next !== "" && !next.startsWith("#") && !next.startsWith("\n");
  });
  if (!lost) return [];
  const start = at.start + lost.index;
  const next = text.slice(lost.index + lost[0].length).split(/[ \t\r\n]/, 1)[0];
  return [
    {
      kind: "mistake",
      rule: "crmsh/continued-comment",
      message: `this backslash makes the next line, ${next} …, part of the comment: crm does not read it`,
      at: span(at.source, start, start + 1),
      fix: {
        title: "delete the backslash",
        safe: false,
        edits: [{ at: span(at.source, start, start + 1), text: "" }],
      },
    },
  ];
}
