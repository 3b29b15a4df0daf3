import type { IToken } from "chevrotain";
import type { KeywordDef } from "../core/schema.ts";
import { cover, type Source, type Span, span } from "../core/source.ts";
import { Close, End, Open, spanOf, type Tokens } from "../core/tokens.ts";
import type { Comment, Mistake } from "../core/tree.ts";
import { drbdSchema, keywordIn } from "./schema.ts";
import { endOf, is, missingClose, missingEnd, missingOpen, Quoted } from "./tokens.ts";
import { remark, wordMistakes } from "./words.ts";

/** A block that is open, with the place of the schema inside it; undefined where nothing is known of it. */
interface Frame {
  readonly open: IToken;
  readonly place: string | undefined;
}

/** What is known while the tokens are walked. */
interface Walk {
  readonly source: Source;
  readonly out: IToken[];
  readonly comments: Comment[];
  readonly mistakes: Mistake[];
  readonly frames: Frame[];
  /** The words of the statement at hand. */
  words: IToken[];
  /** Opening braces of the file that no closing one answers. */
  unanswered: number;
}

export interface Statements extends Tokens {
  readonly mistakes: readonly Mistake[];
}

/**
 * Gives each statement the `;` or brace that the text lacks, each with one mistake at its place, so that one slip does
 * not swallow what follows: drbdadm reads on past the line end and stops at the next keyword.
 */
export function ended(source: Source, { tokens, comments }: Tokens): Statements {
  const unanswered =
    tokens.filter((one) => is(one, Open)).length - tokens.filter((one) => is(one, Close)).length;
  const walk: Walk = {
    source,
    out: [],
    comments: [...comments],
    mistakes: [],
    frames: [],
    words: [],
    unanswered,
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (is(token, Open)) opened(walk, token);
    else if (is(token, Close)) closed(walk, token);
    else if (is(token, End)) finished(walk, token);
    else {
      const skipTo = inSkipped(walk) || walk.words.length > 0 ? undefined : remark(source, token);
      if (skipTo === undefined) word(walk, token);
      else i = left(walk, tokens, i, skipTo);
    }
  }
  if (defIn(placeOf(walk), walk.words[0]) && !inSkipped(walk))
    walk.mistakes.push(noSemicolon(walk, walk.words.at(-1)!, undefined));
  walk.comments.sort((a, b) => a.at.start - b.at.start);
  return { tokens: walk.out, comments: walk.comments, mistakes: walk.mistakes };
}

const placeOf = ({ frames }: Walk): string | undefined =>
  frames.length > 0 ? frames.at(-1)!.place : drbdSchema.root;
const inSkipped = (walk: Walk): boolean => placeOf(walk) === "skipped" || walk.words[0]?.image === "skip";

function defIn(place: string | undefined, token: IToken | undefined): KeywordDef | undefined {
  return place && token && !is(token, Quoted) ? keywordIn(place, token.image) : undefined;
}

const spanAt = (source: Source, token: IToken): Span => span(source, token.startOffset, endOf(token));

function opened(walk: Walk, token: IToken): void {
  const skipped = inSkipped(walk);
  const def = defIn(placeOf(walk), walk.words[0]);
  walk.frames.push({ open: token, place: skipped ? "skipped" : def?.opens });
  walk.words = [];
  walk.out.push(token);
}

function closed(walk: Walk, token: IToken): void {
  if (walk.words.length > 0 && !inSkipped(walk)) end(walk, token);
  walk.frames.pop();
  walk.words = [];
  walk.out.push(token);
}

function finished(walk: Walk, token: IToken): void {
  const idle = walk.words.length === 0 && !inSkipped(walk) && placeOf(walk) !== "plugin";
  if (idle) walk.mistakes.push(straySemicolon(spanAt(walk.source, token)));
  walk.words = [];
  walk.out.push(token);
}

function word(walk: Walk, token: IToken): void {
  const { source } = walk;
  const before = walk.words.at(-1);
  const newLine = !before || source.text.slice(endOf(before), token.startOffset).includes("\n");
  if (!inSkipped(walk)) {
    if (before) divide(walk, token, newLine);
    else closeAround(walk, token);
    const swallowed = walk.words[0]?.image === "become-primary-on";
    if (!swallowed) walk.mistakes.push(...wordMistakes(source, token));
  }
  walk.words.push(token);
  walk.out.push(token);
}

/** Ends the statement at hand where `token` begins the next one, or opens its block where `token` belongs in it. */
function divide(walk: Walk, token: IToken, newLine: boolean): void {
  const place = placeOf(walk);
  const def = defIn(place, walk.words[0]);
  const known = defIn(place, token) !== undefined;
  const endless = !def?.args || def.raw || def.args.some(({ many }) => many);
  const full = !endless && walk.words.length > def.args.length;
  const inside = newLine && defIn(def?.opens, token) !== undefined;
  if (def?.opens && inside && (!known || (walk.unanswered < 0 && def.block !== "optional")))
    begin(walk, token, def.opens);
  else if (newLine ? known || (full && !def.opens) : known && full) end(walk, token);
}

/** The `;` that the statement at hand lacks before `next`. A lacking block and an unknown keyword are the schema rules' to tell. */
function end(walk: Walk, next: IToken): void {
  const def = defIn(placeOf(walk), walk.words[0]);
  const told = def ? def.opens && def.block !== "optional" : placeOf(walk) !== "plugin";
  if (!told) walk.mistakes.push(noSemicolon(walk, walk.words.at(-1)!, next));
  walk.out.push(missingEnd(spanAt(walk.source, next)));
  walk.words = [];
}

/** The `{` that the statement at hand lacks. */
function begin(walk: Walk, next: IToken, place: string): void {
  const { source } = walk;
  const last = walk.words.at(-1)!;
  walk.mistakes.push({
    kind: "mistake",
    rule: "drbd/missing-brace",
    message: `${walk.words[0]!.image} has no { before ${next.image}`,
    at: spanAt(source, last),
    related: [{ at: spanAt(source, next), message: "drbd stops reading here" }],
    ...(!/^"[^"]*$/.test(last.image)
      ? {
          fix: {
            title: "insert {",
            safe: false,
            edits: [{ at: span(source, endOf(last), endOf(last)), text: " {" }],
          },
        }
      : {}),
  });
  const open = missingOpen(spanAt(source, next));
  walk.out.push(open);
  walk.frames.push({ open, place });
  walk.unanswered++;
  walk.words = [];
}

/** Closes blocks that lack their `}` where a section begins that belongs outside them. */
function closeAround(walk: Walk, token: IToken): void {
  const { frames, source } = walk;
  if (!frames.at(-1)?.place || defIn(placeOf(walk), token)) return;
  let depth = frames.length - 1;
  while (depth >= 0 && !defIn(depth > 0 ? frames[depth - 1]!.place : drbdSchema.root, token)?.opens) depth--;
  if (depth < 0 || frames.length - depth > walk.unanswered) return;
  while (frames.length > depth) {
    const { open } = frames.pop()!;
    walk.mistakes.push({
      kind: "mistake",
      rule: "syntax/missing-brace",
      message: `this { is not closed before ${token.image}`,
      at: spanOf(open, source),
      related: [{ at: spanAt(source, token), message: "drbd stops reading here" }],
    });
    walk.out.push(missingClose(spanAt(source, token)));
    walk.unanswered--;
  }
}

/** Leaves out a comment of another language; gives the index of its last token. */
function left(walk: Walk, tokens: readonly IToken[], from: number, end: number): number {
  const at = span(walk.source, tokens[from]!.startOffset, end);
  const line = tokens[from]!.image.startsWith("//");
  walk.comments.push({ kind: "comment", at });
  walk.mistakes.push({
    kind: "mistake",
    rule: "drbd/comment-style",
    message: "drbd knows # alone as the start of a comment and stops reading here",
    at,
    ...(line
      ? {
          fix: {
            title: "write #",
            safe: true,
            edits: [{ at: span(walk.source, at.start, at.start + 2), text: "#" }],
          },
        }
      : {}),
  });
  let last = from;
  while (last + 1 < tokens.length && tokens[last + 1]!.startOffset < end) last++;
  return last;
}

function noSemicolon({ source, words }: Walk, last: IToken, next: IToken | undefined): Mistake {
  const first = spanAt(source, words[0]!);
  const lastAt = spanAt(source, last);
  const sameLine = next && !source.text.slice(endOf(last), next.startOffset).includes("\n");
  const whole = source.text.slice(first.start, lastAt.end);
  return {
    kind: "mistake",
    rule: "drbd/missing-semicolon",
    message: `${whole.length > 40 || whole.includes("\n") ? words[0]!.image : whole} does not end in ;`,
    at: whole.includes("\n") ? lastAt : cover(first, lastAt),
    ...(next ? { related: [{ at: spanAt(source, next), message: "drbd stops reading here" }] } : {}),
    fix: {
      title: "insert ;",
      safe: !sameLine || is(next, Close),
      edits: [{ at: span(source, lastAt.end, lastAt.end), text: ";" }],
    },
  };
}

const straySemicolon = (at: Span): Mistake => ({
  kind: "mistake",
  rule: "drbd/stray-semicolon",
  message: "this ; ends no statement and drbd stops reading here",
  at,
  fix: { title: "remove ;", safe: true, edits: [{ at, text: "" }] },
});
