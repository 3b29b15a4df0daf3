import { textOf } from "../parsers/core/source.ts";
import type { Statement } from "../parsers/core/tree.ts";
import type { Related } from "./rule.ts";

/** Where the block of several lines ends: the line that most daemons name, because only there they notice. */
export function blockEnd({ block }: Statement, message: string): Related[] {
  if (!block?.close || !textOf(block.at).includes("\n")) return [];
  return [{ at: block.close, message }];
}
