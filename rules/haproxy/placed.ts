import type { Version } from "../../parsers/core/schema.ts";
import { compareVersions } from "../../parsers/core/schema.ts";
import type { Sample } from "../../parsers/haproxy/expression.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Expression } from "../../parsers/haproxy/modelProxy.ts";
import type { Age } from "../../parsers/haproxy/tables.ts";

export interface PlacedSample {
  readonly sample: Sample;
  /** It is the criterion of an ACL, where more names are known. */
  readonly inAcl: boolean;
  readonly place: Expression;
}

const known = new WeakMap<Haproxy, readonly PlacedSample[]>();

/** Every sample expression of the configuration, those inside formats too. */
export function placedSamples(model: Haproxy): readonly PlacedSample[] {
  let samples = known.get(model);
  if (!samples) {
    samples = model.expressions.flatMap(samplesIn);
    known.set(model, samples);
  }
  return samples;
}

function samplesIn(place: Expression): PlacedSample[] {
  if (place.kind === "sample") return [{ sample: place.sample, inAcl: false, place }];
  if (place.kind === "acl")
    return place.acl.criterion ? [{ sample: place.acl.criterion, inAcl: true, place }] : [];
  return place.format.items.flatMap(({ sample }) => (sample ? [{ sample, inAcl: false, place }] : []));
}

/** Why the target does not know a name that another release does, as the end of a sentence. */
export const ageProblem = ({ since, removed }: Age, version: Version): string =>
  since && compareVersions(version, since) < 0
    ? `came with haproxy ${since}: ${version} does not know it`
    : `is gone since haproxy ${removed}: ${version} does not know it`;
