import type { Format } from "../../parsers/core/format.ts";
import { type Span, textOf } from "../../parsers/core/source.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import type { Document } from "../../rules/rule.ts";

/** A name where a file writes it. */
export interface Mention {
  /** What kind of thing it names: "haproxy/backend", "node". Equal names of one kind and scope mean one thing. */
  readonly space: string;
  /** The kind as a sentence says it: "backend". */
  readonly title: string;
  /** The thing that the name counts in, "" for the whole cluster: the section of an ACL. */
  readonly scope: string;
  /** A name of another scope may stand here too, behind that scope and this mark: `backend/server`. */
  readonly scopeMark?: string;
  readonly name: string;
  readonly defines: boolean;
  /** The name alone, without quotes and what is glued to it. */
  readonly at: Span;
  /** The text at `at` is the name; otherwise a variable or an escape stands there. */
  readonly written: boolean;
  readonly statement?: Statement;
  /** Counts only where another mention says that there is such a thing: a line of /etc/hosts may name any machine. */
  readonly weak?: true;
  /** Why the name cannot be this one: the end of a sentence. */
  readonly fault?: (name: string) => string | undefined;
}

/** Kind of a name, of which the optional ones are the exceptions. */
export type Kind = Pick<Mention, "space" | "title"> &
  Partial<Pick<Mention, "scope" | "scopeMark" | "weak" | "fault">>;

/** Letters of names; what stands around a name that is a part of a word is none of them. */
const letter = /[\w.:-]/;

/** Where in a place the name stands, as a whole: `r0` in `/dev/drbd/by-res/r0/0`. The last of several, or none where they leave a doubt. */
export function placed(at: Span, name: string, which: "only" | "first" | "last" = "only"): Span | undefined {
  const text = textOf(at);
  const found: number[] = [];
  for (let i = text.indexOf(name); i >= 0 && name !== ""; i = text.indexOf(name, i + 1))
    if (!letter.test(text[i - 1] ?? "") && !letter.test(text[i + name.length] ?? "")) found.push(i);
  const start =
    which === "last" ? found.at(-1) : which === "first" || found.length === 1 ? found[0] : undefined;
  return start === undefined
    ? undefined
    : at.with({ start: at.start + start, end: at.start + start + name.length });
}

/** The mention of a name in a word or a part of it; none where the value is not known. */
export function mention(
  kind: Kind,
  defines: boolean,
  where: {
    readonly name: string;
    readonly at: Span;
    readonly statement?: Statement;
    readonly hole?: boolean;
  },
  which: "only" | "first" | "last" = "only",
): Mention[] {
  const { name, at, statement, hole } = where;
  if (hole || name === "") return [];
  const exact = textOf(at) === name ? at : placed(at, name, which);
  const place = { at: exact ?? at, written: exact !== undefined, ...(statement ? { statement } : {}) };
  return [{ scope: "", ...kind, name, defines, ...place }];
}

/** The mention of the whole value of a word. */
export const wordMention = (
  kind: Kind,
  defines: boolean,
  word: Word | undefined,
  statement: Statement | undefined,
): Mention[] =>
  word
    ? mention(kind, defines, {
        name: word.value,
        at: word.at,
        ...(statement ? { statement } : {}),
        ...(word.hole ? { hole: true } : {}),
      })
    : [];

/** The model of a document of this format. */
export const modelIn = <Model>(document: Document, { id }: Format<Model>): Model | undefined =>
  document.format.id === id ? (document.model as Model) : undefined;
