import table from "../../schemas/drbd.json" with { type: "json" };
import { type KeywordDef, keywordsOf, schemaOf } from "../core/schema.ts";

/** What drbdadm 8.3 to 9.34 understands: three dialects in one table. */
export const drbdSchema = schemaOf(table);

const places = new Map<string, Readonly<Record<string, KeywordDef>>>();

/** What a keyword is in a place; undefined where it is none. */
export function keywordIn(place: string, keyword: string): KeywordDef | undefined {
  const keywords = places.get(place) ?? keywordsOf(drbdSchema, place);
  places.set(place, keywords);
  return Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
}
