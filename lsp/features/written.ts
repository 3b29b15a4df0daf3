import type { Source } from "../../parsers/core/source.ts";
import type { Document } from "../../rules/rule.ts";
import { homesOf, type View } from "../view.ts";

const written = new WeakMap<Source, Document>();

/**
 * One file as it stands, without what it includes and with every arm of its conditions: what colours, folds and selections
 * are made of. undefined for a file of no format.
 */
export function writtenOf(view: View, source: Source): Document | undefined {
  const home = homesOf(view, source)[0]?.document;
  if (!home) return undefined;
  const known = written.get(source);
  if (known?.format === home.format) return known;
  const document: Document = { ...home, tree: home.format.parse(source) };
  written.set(source, document);
  return document;
}
