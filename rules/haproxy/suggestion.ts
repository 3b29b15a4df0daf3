import type { Span } from "../../parsers/core/source.ts";
import type { Details } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

/** Offers the name that was probably meant, where one is near. */
export function suggestion(at: Span, name: string, names: Iterable<string>): Pick<Details, "fix"> {
  const like = at.end - at.start === name.length ? nearest(name, names) : undefined;
  return like ? { fix: { title: `write ${like}`, safe: false, edits: [{ at, text: like }] } } : {};
}
