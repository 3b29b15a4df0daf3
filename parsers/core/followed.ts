import type { ReadContext } from "./format.ts";
import type { Source } from "./source.ts";

/** An include, and the files that it meant. */
export interface Followed {
  readonly pattern: string;
  readonly from: Source;
  readonly found: readonly Source[] | undefined;
}

/** The same context, which notes what it is asked for. */
export const tracing = (context: ReadContext, followed: Followed[]): ReadContext => ({
  ...context,
  include: (pattern, from) => {
    const found = context.include(pattern, from);
    followed.push({ pattern, from, found });
    return found;
  },
});

type Named = Omit<ReadContext, "include">;

/** What a context tells besides the files. */
export const namedIn = ({ include: _, ...named }: ReadContext): Named => named;

/**
 * The same answers without who gave them: a tree lives as long as its file stays as it is, and must not keep the workspace alive that
 * it was read in. Of what only another reading asks for nothing is said.
 */
export const replaying = (named: Named, followed: readonly Followed[]): ReadContext => ({
  ...named,
  include: (pattern, from) => followed.find((one) => one.pattern === pattern && one.from === from)?.found,
});
