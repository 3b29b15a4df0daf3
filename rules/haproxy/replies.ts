import { remembered } from "../../parsers/core/remembered.ts";
import type { KeywordDef } from "../../parsers/core/schema.ts";
import type { Word } from "../../parsers/core/tree.ts";
import type { Document } from "../rule.ts";
import { type Visit, visitsWhere } from "../schema/visits.ts";

/** A line that makes haproxy answer by itself. */
export interface Reply {
  readonly visit: Visit;
  readonly status?: Word;
  /** Where its body comes from: "string", "errorfiles" …. */
  readonly content?: { readonly name: string; readonly word: Word };
  readonly contentType?: Word;
  readonly header?: Word;
}

const replies = remembered(({ options }: KeywordDef): boolean =>
  Object.hasOwn(options ?? {}, "default-errorfiles"),
);

/** The lines of a document with a reply in which no word is unknown. */
export const repliesOf = remembered((document: Document): readonly Reply[] =>
  visitsWhere(document, replies).flatMap((visit) =>
    visit.args.some(({ hole }) => hole) || visit.slots!.extra.length > 0 ? [] : [replyOf(visit)],
  ),
);

function replyOf(visit: Visit): Reply {
  const { options, slots } = visit.slots!;
  const status = slots.findLast(({ owner }) => owner === "status" || owner === "deny_status")?.word;
  const content = options.find(({ def }) => def.kind === "content");
  const word = (name: string): Word | undefined => options.find((option) => option.name === name)?.word;
  const contentType = word("content-type");
  const header = word("hdr");
  return {
    visit,
    ...(status ? { status } : {}),
    ...(content ? { content } : {}),
    ...(contentType ? { contentType } : {}),
    ...(header ? { header } : {}),
  };
}
