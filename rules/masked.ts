import { type Span, textOf } from "../parsers/core/source.ts";
import type { Finding } from "./rule.ts";

/** What sos, crm report and people write over a secret: nothing is known of what stood there. */
const mask = /\*{4,}/;

/** Whether a finding speaks of a value that was masked before halint saw it: nobody's password is stars, so it says nothing of the machine. */
export const isMasked = ({ at, related }: Finding): boolean =>
  holdsMask(at) || related.some((place) => holdsMask(place.at));

/** Of a whole block something else may be meant. */
const holdsMask = (at: Span): boolean => {
  const text = textOf(at);
  return mask.test(text) && !text.includes("\n");
};
