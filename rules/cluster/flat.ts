import type { Span } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";

/** One setting of a file, under the names of the blocks it stands in. */
export interface FlatSetting {
  /** "net > protocol": the same on all machines. */
  readonly path: string;
  /** The path of the block it stands in; "" at the top. */
  readonly parent: string;
  readonly keyword: string;
  /** The arguments; "" of a block. undefined: not known. */
  readonly value: string | undefined;
  readonly at: Span;
}

/** The statements of a block and of those inside it; of a setting that is repeated the last counts. */
export function flatSettings(
  statements: readonly Statement[],
  parent = "",
): ReadonlyMap<string, FlatSetting> {
  const settings = new Map<string, FlatSetting>();
  for (const { keyword, args, block } of statements) {
    const words = args.map(({ value }) => value).join(" ");
    const name = block && words ? `${keyword.value} ${words}` : keyword.value;
    const path = parent ? `${parent} > ${name}` : name;
    const known = !keyword.hole && !args.some(({ hole }) => hole);
    const value = known ? (block ? "" : words) : undefined;
    settings.set(path, {
      path,
      parent,
      keyword: block ? name : keyword.value,
      value,
      at: (block ? keyword : (args[0] ?? keyword)).at,
    });
    for (const [inner, setting] of block ? flatSettings(block.statements, path) : [])
      settings.set(inner, setting);
  }
  return settings;
}
