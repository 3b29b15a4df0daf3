import type { Sort, Tag } from "./templateTags.ts";

/** One arm of a conditional, or the body of a loop, without the tags around it. */
export interface Arm {
  readonly start: number;
  readonly end: number;
}

/** What lies between an open tag and its close tag. */
export interface Region {
  readonly sort: Sort;
  readonly open: Tag;
  readonly close: Tag;
  readonly arms: readonly Arm[];
  /** The tags that part the arms. */
  readonly between: readonly Tag[];
}

/** Regions, inner ones before those around them; a tag without its partner makes none. */
export function regionsOf(tags: readonly Tag[]): Region[] {
  const regions: Region[] = [];
  const stack: { readonly open: Tag; readonly between: Tag[] }[] = [];
  for (const tag of tags) {
    if (tag.role === "open") stack.push({ open: tag, between: [] });
    else if (tag.role === "arm") stack.at(-1)?.between.push(tag);
    else if (tag.role === "close") {
      const at = stack.findLastIndex(({ open }) => !tag.name || !open.name || open.name === tag.name);
      if (at < 0) continue;
      const { open, between } = stack[at]!;
      stack.length = at;
      const marks = [open, ...between, tag];
      const arms = marks.slice(1).map((mark, i): Arm => ({ start: marks[i]!.end, end: mark.start }));
      regions.push({ sort: open.sort!, open, close: tag, arms, between });
    }
  }
  return regions;
}
