import { type Source, Span, span } from "./source.ts";
import { type Choice, holeChar, type Mask } from "./templateMask.ts";
import {
  type Branch,
  type Comment,
  type Mistake,
  type Statement,
  type Tree,
  type Word,
  walk,
} from "./tree.ts";

/** The mask that a lexer saw in place of a file. */
export interface Masked {
  readonly mask: Mask;
  readonly original: Source;
}

type Masks = ReadonlyMap<Source, Masked>;

/**
 * The tree of masked text as one of the template: spans lead to it, words with a hole say so, tags are comments, and statements know
 * the arm they stand in. Statements of a loop stand in it as many times as it has rounds.
 */
export function unmasked(tree: Tree, masks: Masks, rounds = 1): Tree {
  const branches = new Map<Choice, Branch>();
  const seen = new Map<object, unknown>();
  const words: Span[] = [];

  const convert = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (seen.has(value)) return seen.get(value);
    seen.set(value, value);
    const made = converted(value);
    seen.set(value, made);
    return made;
  };

  const converted = (value: object): unknown => {
    if (Array.isArray(value)) return listed(value);
    if (value instanceof Span) return inTemplate(value);
    if (isSource(value)) return masks.get(value)?.original ?? value;
    if (Object.getPrototypeOf(value) !== Object.prototype) return value;
    const entries = Object.entries(value).map(([key, field]) => [key, field, convert(field)] as const);
    const changed = entries.some(([, field, made]) => field !== made);
    const made = changed ? Object.fromEntries(entries.map(([key, , made]) => [key, made])) : value;
    if (!("kind" in value)) return made;
    if (value.kind === "word") {
      words.push((made as Word).at);
      return withHole(value as Word, made as Word, masks);
    }
    return value.kind === "statement" ? inBranch(value as Statement, made as Statement) : made;
  };

  const inTemplate = (at: Span): Span => {
    const masked = masks.get(at.source);
    return masked ? span(masked.original, at.start, at.end) : at;
  };

  const listed = (value: readonly unknown[]): unknown => {
    const made = value.map(convert);
    const same = made.every((one, i) => one === value[i]);
    if (rounds > 1 && isStatements(value)) return repeated(value, made, masks, rounds);
    return same ? value : made;
  };

  const inBranch = (written: Statement, made: Statement): Statement => {
    const { source, start } = written.keyword.at;
    const masked = masks.get(source);
    const choice = masked && innermost(masked.mask, start, "condition");
    if (!choice) return made;
    const template = branchOf(choice, masked);
    return { ...made, branch: made.branch ? around(made.branch, template) : template };
  };

  const branchOf = (choice: Choice, masked: Masked): Branch => {
    const known = branches.get(choice);
    if (known) return known;
    const { region, arm } = choice;
    const { open, between } = region;
    const sibling = [...branches].find(([one]) => one.region === region)?.[1];
    const outer = innermost(masked.mask, open.start, "condition");
    const text = masked.original.text.slice(open.start, open.end).replace(/\s+/g, " ");
    const branch: Branch = {
      group: sibling?.group ?? span(masked.original, open.start, open.end),
      arm,
      text: arm > 0 ? `another arm of ${text}` : text,
      chosen: [open, ...between].map(({ start, end }) => masked.original.text.slice(start, end)).join(" "),
      ...(outer ? { outer: branchOf(outer, masked) } : {}),
    };
    branches.set(choice, branch);
    return branch;
  };

  const mistakes = tree.mistakes.filter((mistake) => isCertain(mistake, masks));
  const made = convert({ ...tree, mistakes }) as Tree;
  const masked = masks.get(tree.source);
  return {
    ...made,
    comments: masked ? withTags(made.comments, words, masked) : made.comments,
    mistakes: [...made.mistakes, ...[...masks.values()].flatMap((one) => cutLoops(made, one))],
  };
}

const isSource = (value: object): value is Source => "text" in value && "path" in value;

const isStatements = (value: readonly unknown[]): value is readonly Statement[] =>
  value.length > 0 && (value[0] as { readonly kind?: unknown }).kind === "statement";

/** The branch with another around the outermost that it stands in. */
const around = (branch: Branch, outermost: Branch): Branch => ({
  ...branch,
  outer: branch.outer ? around(branch.outer, outermost) : outermost,
});

function innermost({ choices }: Mask, at: number, sort: "condition" | "loop"): Choice | undefined {
  return choices
    .filter(({ region, start, end }) => region.sort === sort && start <= at && at < end)
    .reduce<Choice | undefined>((one, other) => (one && one.start >= other.start ? one : other), undefined);
}

const holesIn = ({ source, start, end }: Span, masks: Masks): Span[] => {
  const masked = masks.get(source);
  return (masked?.mask.holes ?? [])
    .filter((hole) => hole.start < end && hole.end > start)
    .map((hole) => span(masked!.original, Math.max(hole.start, start), Math.min(hole.end, end)));
};

const run = new RegExp(`${holeChar}+`, "g");

/** The word with its holes as the template writes them. */
function withHole(written: Word, made: Word, masks: Masks): Word {
  const holes = holesIn(written.at, masks);
  if (holes.length === 0 && !written.value.includes(holeChar)) return made;
  const { source, start, end } = made.at;
  const inOrder = (written.value.match(run) ?? []).length === holes.length;
  let next = 0;
  const tag = (): string => {
    const hole = holes[next++];
    return hole ? hole.source.text.slice(hole.start, hole.end) : "";
  };
  const value = inOrder ? written.value.replace(run, tag) : source.text.slice(start, end);
  return { ...made, value, hole: true };
}

/** What a mistake says of text that is not known is not known either; a brace is one whatever stands beside it. */
const isCertain = ({ rule, message, at, fix }: Mistake, masks: Masks): boolean =>
  !message.includes(holeChar) &&
  !fix?.edits.some(({ text }) => text.includes(holeChar)) &&
  (/^syntax\/(?:missing-brace|stray-brace|nesting)$/.test(rule) || holesIn(at, masks).length === 0);

/** The statements of each loop again behind them. */
function repeated(
  written: readonly Statement[],
  made: readonly unknown[],
  masks: Masks,
  rounds: number,
): unknown[] {
  const loops = written.map(({ keyword: { at } }) => {
    const masked = masks.get(at.source);
    return masked && innermost(masked.mask, at.start, "loop");
  });
  const result: unknown[] = [];
  for (let i = 0; i < made.length; ) {
    let end = i + 1;
    while (loops[i] && end < made.length && loops[end] === loops[i]) end++;
    const once = made.slice(i, end);
    result.push(...once);
    if (loops[i])
      for (let round = 1; round < rounds; round++)
        result.push(...once.map((one) => ({ ...(one as Statement) })));
    i = end;
  }
  return result;
}

/** Tags that give no text, or text that the lexer left out, are comments to the daemon's grammar. */
function withTags(
  comments: readonly Comment[],
  words: readonly Span[],
  { mask, original }: Masked,
): readonly Comment[] {
  const own = comments.filter(({ at }) => at.source === original);
  const others = comments.filter(({ at }) => at.source !== original);
  const isTold = (at: number): boolean =>
    [...own.map((one) => one.at), ...words].some(
      ({ source, start, end }) => source === original && start <= at && at < end,
    );
  const tags = [...mask.blanks, ...mask.holes]
    .filter(({ start }) => !isTold(start))
    .map(({ start, end }): Comment => ({ kind: "comment", at: span(original, start, end) }));
  return [...others, ...[...own, ...tags].sort((a, b) => a.at.start - b.at.start)];
}

/** A block with one brace in a loop's body and the other outside it. */
function cutLoops({ statements }: Tree, { mask, original }: Masked): Mistake[] {
  const loopOf = (at: Span): Choice | undefined => {
    if (at.source !== original) return undefined;
    const around = mask.choices.filter(({ start, end }) => start <= at.start && at.start < end);
    const inner = around.reduce<Choice | undefined>(
      (one, other) => (one && one.start >= other.start ? one : other),
      undefined,
    );
    return inner?.region.sort === "loop" ? inner : undefined;
  };
  const isCut = (loop: Choice | undefined, other: Span): boolean =>
    loop?.isUneven === true && !(loop.start <= other.start && other.start < loop.end);
  const told = (at: Span, message: string, other: Span, where: string): Mistake => ({
    kind: "mistake",
    rule: "syntax/cut-loop",
    message,
    at,
    related: [{ at: other, message: where }],
  });
  return [...walk(statements)].flatMap(({ block }) => {
    if (!block?.close) return [];
    const { open, close } = block;
    if (isCut(loopOf(open), close))
      return [
        told(
          open,
          "a loop opens this { in each round, and it is closed once, behind the loop",
          close,
          "closed here",
        ),
      ];
    if (isCut(loopOf(close), open))
      return [
        told(
          close,
          "a loop closes this } in each round, and it is opened once, before the loop",
          open,
          "opened here",
        ),
      ];
    return [];
  });
}
