import { type Followed, namedIn, replaying, tracing } from "./followed.ts";
import type { Format, ReadContext } from "./format.ts";
import { once, remembered } from "./remembered.ts";
import { type Source, type Span, sourceOf, span } from "./source.ts";
import { type Choice, type Mask, maskOf, without } from "./templateMask.ts";
import { type Masked, unmasked } from "./templateTree.ts";
import type { Tree } from "./tree.ts";

/** A template with other arms chosen. */
export interface Variant {
  readonly tree: Tree;
  /** What this variant leaves out: there it finds nothing. */
  readonly dropped: readonly Span[];
}

const known = new WeakMap<Tree, () => readonly Variant[]>();

/** The file, or one that it includes, is a template. */
export const isTemplate = (tree: Tree): boolean => known.has(tree);

/**
 * The same files with some arms left out, and with loops that go round twice: what does not hold in all of them hangs on a value that is
 * not known. Of any two arms one variant has the first without the second. [] where nothing is chosen.
 */
export const variantsOf = (tree: Tree): readonly Variant[] => known.get(tree)?.() ?? [];

/** The format, reading templates too: tags are masked before its lexer sees the text, and every span is the template's own. */
export function templated<Model>(format: Format<Model>): Format<Model> {
  const { parse, read, looksLike } = format;
  const isWhole = looksLike ?? (() => false);
  const maskFor = remembered((source: Source) => ({ mask: maskOf(source.path, source.text, isWhole) }));

  /** Reads with masks; `chosen` tells the text of each. */
  const reading = (source: Source, context: ReadContext | undefined, textOf: TextOf) => {
    const masks = new Map<Source, Masked>();
    const hidden = (given: Source): Source => {
      const { mask } = maskFor(given);
      if (!mask) return given;
      for (const [one, { original }] of masks) if (original === given) return one;
      const one = sourceOf(given.path, textOf(given, mask));
      masks.set(one, { mask, original: given });
      return one;
    };
    const tree =
      read && context
        ? read(hidden(source), {
            ...context,
            include: (pattern, from) =>
              context.include(pattern, masks.get(from)?.original ?? from)?.map(hidden),
          })
        : parse(hidden(source));
    return { tree, masks };
  };

  const readTemplate = (source: Source, context?: ReadContext): Tree => {
    const followed: Followed[] = [];
    const { tree, masks } = reading(source, context && tracing(context, followed), (_, { text }) => text);
    if (masks.size === 0) return tree;
    const again = context && replaying(namedIn(context), followed);
    const whole = unmasked(tree, masks);
    const choices = [...masks.values()].flatMap(({ mask, original }) =>
      mask.choices.map((choice): Placed => ({ ...choice, source: original })),
    );
    const variant = (kept: readonly Placed[], rounds: number): Variant => {
      const dropped = choices.filter((one) => !kept.some((other) => isWithin(other, one)));
      const other = reading(source, again, (given, { text }) =>
        without(
          text,
          dropped.filter((one) => one.source === given),
        ),
      );
      return { tree: unmasked(other.tree, other.masks, rounds), dropped: dropped.map(spanOf) };
    };
    known.set(
      whole,
      once(() => assignments(choices).map(([kept, rounds]) => variant(kept, rounds))),
    );
    return whole;
  };

  return Object.defineProperties({} as Format<Model>, {
    ...Object.getOwnPropertyDescriptors(format),
    parse: { value: (source: Source) => readTemplate(source), enumerable: true },
    ...(read ? { read: { value: readTemplate, enumerable: true } } : {}),
    ...(looksLike
      ? {
          looksLike: {
            value: (head: string) => looksLike(head) || looksLike(maskOf("", head, () => true)?.text ?? head),
            enumerable: true,
          },
        }
      : {}),
  });
}

type TextOf = (given: Source, mask: Mask) => string;

type Placed = Choice & { readonly source: Source };

const spanOf = ({ source, start, end }: Placed): Span => span(source, start, end);

const isWithin = (inner: Placed, outer: Placed): boolean =>
  inner.source === outer.source && inner.start >= outer.start && inner.end <= outer.end;

/**
 * Which arms each variant keeps, and how often its loops go round: none, all with two rounds, and for each binary digit of the arms'
 * numbers those that have it and those that have it not.
 */
function assignments(choices: readonly Placed[]): (readonly [kept: readonly Placed[], rounds: number])[] {
  if (choices.length === 0) return [];
  const digits = Math.ceil(Math.log2(choices.length));
  const halves = Array.from({ length: digits }, (_, digit) =>
    [0, 1].map((wanted) => [choices.filter((_, i) => ((i >> digit) & 1) === wanted), 1] as const),
  );
  return [[[], 1], [choices, 2], ...halves.flat()];
}
