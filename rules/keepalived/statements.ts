import { compareVersions, type Verdict, type Version } from "../../parsers/core/schema.ts";
import type { Span } from "../../parsers/core/source.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import type { Entity, Named } from "../../parsers/keepalived/model.ts";
import type { Targets } from "../rule.ts";

/** The statements right inside the block. */
export const inside = ({ statement }: Entity): readonly Statement[] => statement.block?.statements ?? [];

export const within = (entity: Entity, ...keywords: readonly string[]): readonly Statement[] =>
  inside(entity).filter(({ keyword }) => keywords.includes(keyword.value));

export const has = (entity: Entity, ...keywords: readonly string[]): boolean =>
  within(entity, ...keywords).length > 0;

/** Really without these keywords: no template stands for a statement that might be one. */
export const lacks = (entity: Entity, ...keywords: readonly string[]): boolean =>
  inside(entity).every(({ keyword }) => !keyword.hole && !keywords.includes(keyword.value));

/** The value of a setting; `absent` where it is not written; undefined where it is written but not known. */
export const valueOr = <T>(
  entity: Entity,
  keyword: string,
  setting: { readonly value: T } | undefined,
  absent: T,
): T | undefined => (setting ? setting.value : lacks(entity, keyword) ? absent : undefined);

/** The entity's name, or its keyword where it has none. */
export const titleAt = ({ name, statement }: Named): Span => name?.word.at ?? statement.keyword.at;
export const title = ({ name, statement }: Named): string => name?.value ?? statement.keyword.value;

/** The words of an entry of a list block. */
export const wordsOf = ({ keyword, args }: Statement): readonly Word[] => [keyword, ...args];

/** Whether the daemon is at least of this version: the target's, or without a target the newest. */
export const isSince = ({ keepalived }: Targets, version: Version): boolean =>
  !keepalived || compareVersions(keepalived, version) >= 0;

/** The verdict since this version, with silence before. */
export const verdictSince = (targets: Targets, version: Version, verdict: Verdict): Verdict =>
  isSince(targets, version) ? verdict : "silent";
