import type { Elsewhere } from "../core/elsewhere.ts";
import { type Followed, replaying } from "../core/followed.ts";
import type { ReadContext } from "../core/format.ts";
import type { Source, Span } from "../core/source.ts";
import type { Tree } from "../core/tree.ts";

/** A line of one file that an `@id` leaves out, and all ids that were compared. */
export interface Conditions {
  readonly id?: string | undefined;
  readonly ids: ReadonlySet<string>;
  readonly skipped: readonly Span[];
}

/** A tree with what the conditions of its lines came to. */
export interface ReadAs {
  readonly tree: Tree;
  readonly conditions: Conditions;
}

/**
 * The id that `@id` lines are compared with: the host name up to its first dot, where some line names it or none names
 * any. A file for other ids is read as the first of them would: keepalived may have been given it with -i.
 */
export function configId(source: Source, nodeName: string | undefined): string | undefined {
  const ids = [...source.text.matchAll(/^[ \t]*@([^\s^][^\s]*)/gm)].map((match) => match[1]!);
  const name = nodeName?.split(".")[0];
  return name && (ids.length === 0 || ids.includes(name)) ? name : ids[0];
}

const mostIds = 16;

/**
 * The file as hosts of the other ids read it, with the lines that only they see. What is left out for one id (`@^id`) counts on
 * any other, so that a file of a single id is read by a host that it does not name, too. What only they include is not known.
 */
export function elsewhere(
  here: Conditions,
  named: Omit<ReadContext, "include">,
  followed: readonly Followed[],
  readWith: (context: ReadContext) => ReadAs,
): readonly Elsewhere[] {
  if (here.skipped.length === 0 || named.configId !== undefined) return [];
  const others = [...here.ids].filter((id) => id !== here.id).slice(0, mostIds);
  return (others.length > 0 ? others : [unnamed]).flatMap((configId) => {
    let whole = true;
    const { include } = replaying(named, followed);
    const told: ReadContext["include"] = (pattern, from) => {
      const files = include(pattern, from);
      whole &&= files !== undefined;
      return files;
    };
    const { tree, conditions } = readWith({ ...named, include: told, configId });
    const lines = here.skipped.filter((line) => !conditions.skipped.some((one) => isSame(one, line)));
    return lines.length > 0 ? [{ tree, lines, whole }] : [];
  });
}

/** No host name: no line can begin with it. */
const unnamed = " ";

const isSame = (a: Span, b: Span): boolean => a.source === b.source && a.start === b.start && a.end === b.end;
