import type { Source } from "../parsers/core/source.ts";
import type { Finding } from "./rule.ts";

/**
 * The same function, its answer kept for as long as the finding's places are in the same texts: an editor's next key leaves most
 * findings what they were, but where a text changed, they may have moved in it.
 */
export function keptInPlace<Answer>(make: (finding: Finding) => Answer): (finding: Finding) => Answer {
  const known = new WeakMap<Finding, { readonly sources: readonly Source[]; readonly answer: Answer }>();
  return (finding) => {
    const before = known.get(finding);
    if (before && isIn(before.sources, finding)) return before.answer;
    const answer = make(finding);
    known.set(finding, { sources: sourcesOf(finding), answer });
    return answer;
  };
}

/** Of its place and of what is related, one for each. */
const sourcesOf = ({ at, related }: Finding): readonly Source[] => [
  at.source,
  ...related.map((one) => one.at.source),
];

const isIn = (sources: readonly Source[], { at, related }: Finding): boolean =>
  at.source === sources[0] && related.every((one, i) => one.at.source === sources[i + 1]);
