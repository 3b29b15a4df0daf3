import { compareVersions, type Version } from "../../parsers/core/schema.ts";
import type { Sample } from "../../parsers/haproxy/expression.ts";
import type { Acl, Expression, FormatPlace } from "../../parsers/haproxy/modelProxy.ts";
import type { Age } from "../../parsers/haproxy/tables.ts";
import { samplesOf } from "./calls.ts";
import { inExpressions } from "./inProxies.ts";

export interface PlacedSample {
  readonly sample: Sample;
  /** It is the criterion of an ACL, where more names are known. */
  readonly inAcl: boolean;
  readonly place: Expression;
}

/** Every sample expression of the configuration, those inside formats too. */
export const placedSamples = inExpressions((place): readonly PlacedSample[] =>
  samplesOf(place).map((sample) => ({ sample, inAcl: place.kind === "acl", place })),
);

/** The ACLs of the configuration, named or not. */
export const aclsOf = inExpressions((place): readonly Acl[] => (place.kind === "acl" ? [place.acl] : []));

/** The log formats in which something stands that is not plain text. */
export const formatsOf = inExpressions((place): readonly FormatPlace[] =>
  place.kind === "format" && place.format.items.length + place.format.faults.length > 0 ? [place] : [],
);

/** Why the target does not know a name that another release does, as the end of a sentence. */
export const ageProblem = ({ since, removed }: Age, version: Version): string =>
  since && compareVersions(version, since) < 0
    ? `came with haproxy ${since}: ${version} does not know it`
    : `is gone since haproxy ${removed}: ${version} does not know it`;
