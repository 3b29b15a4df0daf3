import { cover, type Source, span } from "../core/source.ts";
import type { Mistake, Statement, Tree, Word } from "../core/tree.ts";
import { wordsOf } from "./tokens.ts";

/** A volume while its statements are gathered. */
interface Open {
  readonly keyword: Word;
  readonly name?: Word;
  readonly statements: Statement[];
}

interface Fold {
  readonly statements: Statement[];
  readonly mistakes: Mistake[];
  open?: Open;
}

/** The words that glusterfs's lexer knows (libglusterfs/src/graph.l); nothing else may be called so, not even in quotes' absence. */
const kindOf = ({ value, quote }: Word): string | undefined => {
  if (quote) return undefined;
  if (value === "subvolumeS") return "subvolumes";
  return ["volume", "type", "option", "subvolumes", "end-volume"].includes(value) ? value : undefined;
};

const refused = "glusterfs refuses the file";

/** The graph of a volfile: each `volume NAME … end-volume` is a statement with a block. */
export function graphTree(source: Source): Tree {
  const { words, comments } = wordsOf(source);
  const fold: Fold = { statements: [], mistakes: [] };
  for (let i = 0; i < words.length; ) i = step(fold, words, i);
  if (fold.open) close(fold);
  return { source, statements: fold.statements, comments, mistakes: fold.mistakes };
}

const mistake = (rule: string, { at }: Pick<Word, "at">, message: string): Mistake => ({
  kind: "mistake",
  rule: `gluster/${rule}`,
  message,
  at,
});

/** Reads one statement from `i` and gives where the next begins. */
function step(fold: Fold, words: readonly Word[], i: number): number {
  const keyword = words[i]!;
  const kind = kindOf(keyword);
  let end = i + 1;
  while (end < words.length && kindOf(words[end]!) === undefined) end++;
  const args = words.slice(i + 1, end);
  if (kind === undefined) {
    const at = cover(keyword.at, words[end - 1]!.at);
    const likely = /^(volume|type|option|subvolumes?|end-?_?volume)$/i.test(keyword.value);
    const hint = likely ? ": keywords are written in lower case, and the last one is end-volume" : "";
    const where = fold.open ? `volume ${fold.open.name?.value ?? ""}`.trim() : "the file";
    if (!keyword.hole)
      fold.mistakes.push({
        ...mistake(
          "stray-word",
          keyword,
          `${keyword.value} begins no statement of ${where}${hint}: ${refused}`,
        ),
        at,
      });
    return end;
  }
  if (kind === "volume") return open(fold, keyword, args, end);
  if (kind === "end-volume") return ended(fold, keyword, i);
  if (!fold.open) {
    fold.mistakes.push({
      ...mistake("stray-word", keyword, `${kind} must stand in a volume: ${refused}`),
      at: cover(keyword.at, (args.at(-1) ?? keyword).at),
    });
    return end;
  }
  fold.open.statements.push(statementOf(keyword, args));
  const wants = kind === "option" ? 2 : 1;
  if (args.length < wants)
    fold.mistakes.push(mistake("incomplete-statement", keyword, `${kind} needs ${needs(kind)}: ${refused}`));
  const most = kind === "subvolumes" ? args.length : wants;
  if (args.length > most && !args.some(({ hole }) => hole)) {
    const extra = args.slice(most);
    fold.mistakes.push({
      ...mistake("stray-word", keyword, `${kind} takes ${needs(kind)} and no more: ${refused}`),
      at: cover(extra[0]!.at, extra.at(-1)!.at),
    });
  }
  return end;
}

const needs = (kind: string): string =>
  kind === "option" ? "a name and a value" : kind === "type" ? "a translator" : "a volume";

const statementOf = (keyword: Word, args: readonly Word[]): Statement => ({
  kind: "statement",
  keyword,
  args,
  at: cover(keyword.at, (args.at(-1) ?? keyword).at),
});

function open(fold: Fold, keyword: Word, args: readonly Word[], end: number): number {
  const outer = fold.open;
  if (outer) {
    fold.mistakes.push({
      ...mistake(
        "unclosed-volume",
        outer.keyword,
        `volume ${outer.name?.value ?? ""} has no end-volume before the next volume: ${refused}`,
      ),
      related: [{ at: keyword.at, message: "the next volume" }],
    });
    close(fold);
  }
  const [name, ...extra] = args;
  if (!name) fold.mistakes.push(mistake("incomplete-statement", keyword, `volume needs a name: ${refused}`));
  if (extra[0])
    fold.mistakes.push({
      ...mistake("stray-word", keyword, `a volume's name is one word: ${refused}`),
      at: cover(extra[0].at, extra.at(-1)!.at),
    });
  fold.open = { keyword, ...(name ? { name } : {}), statements: [] };
  return end;
}

function ended(fold: Fold, keyword: Word, i: number): number {
  if (!fold.open) fold.mistakes.push(mistake("stray-word", keyword, `end-volume ends nothing: ${refused}`));
  else close(fold, keyword);
  return i + 1;
}

function close(fold: Fold, end?: Word): void {
  const { keyword, name, statements } = fold.open!;
  delete fold.open;
  const last = statements.at(-1)?.at ?? (name ?? keyword).at;
  if (!end && !fold.mistakes.some(({ rule, at }) => rule === "gluster/unclosed-volume" && at === keyword.at))
    fold.mistakes.push(
      mistake("unclosed-volume", keyword, `volume ${name?.value ?? ""} has no end-volume: ${refused}`),
    );
  const header = (name ?? keyword).at;
  const start = span(header.source, header.end, header.end);
  fold.statements.push({
    kind: "statement",
    keyword,
    args: name ? [name] : [],
    block: {
      kind: "block",
      open: start,
      ...(end ? { close: end.at } : {}),
      statements,
      at: cover(start, end?.at ?? last),
    },
    at: cover(keyword.at, end?.at ?? last),
  });
}
