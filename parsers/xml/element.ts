import type { Span } from "../core/source.ts";
import type { Statement, Word } from "../core/tree.ts";

/** An attribute of an element. */
export interface XmlAttribute {
  readonly name: Word;
  /** Quotes off and entities replaced, `at` with the quotes. Absent where nothing follows the name. */
  readonly value?: Word;
  readonly at: Span;
}

/**
 * An element: its keyword is the tag's name and stands where `<name` does. `args` holds all words of the tag in order,
 * names and values, so that the tree is lossless; `attributes` says which is which. An empty element's block begins and
 * ends with its `/>`. Text between tags is a statement without keyword, and no element.
 */
export interface XmlElement extends Statement {
  readonly attributes: readonly XmlAttribute[];
}

export const isElement = (statement: Statement): statement is XmlElement => "attributes" in statement;

export const childrenOf = ({ block }: Statement): readonly XmlElement[] =>
  (block?.statements ?? []).filter(isElement);

/** The children of this name. */
export const children = (element: Statement, name: string): readonly XmlElement[] =>
  childrenOf(element).filter(({ keyword }) => keyword.value === name);

/** The attribute of this name; of several the first, which libxml2 keeps. */
export const attribute = ({ attributes }: XmlElement, name: string): XmlAttribute | undefined =>
  attributes.find((one) => one.name.value === name);

/** The value of the attribute of this name. */
export const valueOf = (element: XmlElement, name: string): Word | undefined =>
  attribute(element, name)?.value;
