import type { Source } from "../parsers/core/source.ts";
import { sourcesIn } from "../parsers/core/tree.ts";
import { type Clean, cleaning } from "../rules/guarded.ts";
import { homes, type View } from "./view.ts";

/** What an editor shows of an answer, by the protocol's names; all the rest it writes into files, or follows. */
const shown: ReadonlySet<string> = new Set([
  "containerName",
  "contents",
  "description",
  "detail",
  "documentation",
  "label",
  "message",
  "name",
  "refused",
  "title",
  "tooltip",
  "value",
]);

/** The answer with the secrets of these files taken out of what an editor shows of it. Findings have been guarded before. */
export function guardedAnswer<Answer>(answer: Answer, sources: Iterable<Source>): Answer {
  // A symbol's text may be cut.
  const clean = cleaning(sources, (text, _, end) => end === text.length);
  return clean ? (cleaned(answer, false, clean) as Answer) : answer;
}

function cleaned(part: unknown, isShown: boolean, clean: Clean): unknown {
  if (typeof part === "string") return isShown ? clean(part) : part;
  if (typeof part !== "object" || part === null) return part;
  // Colours are numbers, and many.
  if (Array.isArray(part))
    return typeof part[0] === "number" ? part : part.map((one) => cleaned(one, isShown, clean));
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, cleaned(value, shown.has(key), clean)]),
  );
}

/** The files of a view. */
export const sourcesOf = (view: View): ReadonlySet<Source> =>
  new Set(homes(view).flatMap(({ document }) => [...sourcesIn(document.tree)]));
