import { cover, type Span, span } from "../core/source.ts";
import type { Comment, Mistake, Statement, Tree, Word } from "../core/tree.ts";
import * as say from "./mistakes.ts";

const stanzaNames = ["cluster", "node", "heartbeat"];

/** A stanza while its attributes are gathered. */
interface Open {
  readonly keyword: Word;
  readonly colon: Span;
  readonly attributes: Statement[];
}

/** What the lines before have left. */
interface Fold {
  readonly tree: Tree;
  readonly stanzas: Open[];
  readonly comments: Comment[];
  readonly mistakes: Mistake[];
  /** Attributes may follow: no empty line has closed the stanza, or that has been told already. */
  open: boolean;
  /** The empty lines that closed the last stanza. */
  closing: readonly Span[];
}

/** The stanzas of a flat tree, one statement a line: attributes become the statements of their header's block. */
export function folded(tree: Tree, emptyLines: readonly Span[]): Tree {
  const fold: Fold = {
    tree,
    stanzas: [],
    comments: [...tree.comments],
    mistakes: [],
    open: false,
    closing: [],
  };
  const { text } = tree.source;
  let next = 0;
  for (const line of tree.statements) {
    const from = next;
    while (next < emptyLines.length && emptyLines[next]!.start < line.at.start) next++;
    if (next > from) {
      if (fold.open) fold.closing = emptyLines.slice(from, next);
      fold.open = false;
    }
    const { start } = line.at;
    readLine(fold, line, start === 0 || text[start - 1] === "\n" || (start === 1 && text[0] === "\uFEFF"));
  }
  return {
    source: tree.source,
    statements: fold.stanzas.map(stanzaOf),
    comments: fold.comments.sort((a, b) => a.at.start - b.at.start),
    mistakes: [...say.strayCharacters(tree.source, emptyLines, tree.statements), ...fold.mistakes],
  };
}

function stanzaOf({ keyword, colon, attributes }: Open): Statement {
  const at = attributes.reduce((whole, attribute) => cover(whole, attribute.at), cover(keyword.at, colon));
  return {
    kind: "statement",
    keyword,
    args: [],
    block: { kind: "block", open: colon, statements: attributes, at: cover(colon, at) },
    at,
  };
}

function readLine(fold: Fold, line: Statement, atMargin: boolean): void {
  const { keyword, args } = line;
  const assigns = args[0]?.value === "=" && !args[0].quote;
  if (!atMargin && keyword.value.startsWith("#")) {
    fold.comments.push({ kind: "comment", at: line.at });
    fold.mistakes.push(say.indentedComment(line));
    return;
  }
  if (!assigns && isHeader(line, atMargin)) {
    const colon =
      args[0]?.value === ":" ? args[0].at : span(keyword.at.source, keyword.at.end, keyword.at.end);
    fold.stanzas.push({ keyword, colon, attributes: [] });
    fold.open = true;
    if (!atMargin) fold.mistakes.push(say.indentedHeader(line));
    else fold.mistakes.push(...say.headerFaults(line));
    return;
  }
  const stanza = fold.stanzas.at(-1) ?? nameless(fold, keyword);
  if (!fold.open) {
    fold.open = true;
    fold.mistakes.push(
      stanza.keyword.value && fold.closing.length > 0
        ? say.emptyLineInStanza(line, stanza.keyword, fold.closing)
        : say.attributeOutsideStanza(line),
    );
  } else fold.mistakes.push(...say.attributeFaults(line, assigns, atMargin));
  const value = assigns || args[0]?.value === ":" ? args.slice(1) : args;
  const setting: Statement = { ...line, args: value.length > 1 ? [joined(fold.tree, value)] : value };
  stanza.attributes.push(setting);
}

/** What stands before the first header goes to a stanza without a name, of which nothing is known. */
function nameless(fold: Fold, { at }: Word): Open {
  const colon = span(at.source, at.start, at.start);
  const stanza: Open = { keyword: { kind: "word", value: "", at: colon }, colon, attributes: [] };
  fold.stanzas.push(stanza);
  return stanza;
}

/** In column 1 any name with a colon is a header; one of the three names is meant as one wherever it stands alone. */
function isHeader({ keyword, args }: Statement, atMargin: boolean): boolean {
  const named = stanzaNames.includes(keyword.value.toLowerCase());
  const colon = args[0]?.value === ":";
  const alone = args.length === (colon ? 1 : 0);
  if (!atMargin) return named && colon && alone;
  return /^\w+$/.test(keyword.value) || keyword.hole ? (colon && alone) || named : false;
}

/** The words of a malformed line as the one value that was meant. */
function joined({ source }: Tree, words: readonly Word[]): Word {
  const at = cover(words[0]!.at, words.at(-1)!.at);
  return { kind: "word", value: source.text.slice(at.start, at.end), at };
}
