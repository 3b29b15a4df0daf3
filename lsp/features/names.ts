import { addTo, remembered } from "../../parsers/core/remembered.ts";
import type { Source } from "../../parsers/core/source.ts";
import type { Cluster, Node } from "../../rules/cluster/model.ts";
import type { Document } from "../../rules/rule.ts";
import type { At } from "../client.ts";
import { haproxyMentions } from "../names/haproxy.ts";
import type { Mention } from "../names/mention.ts";
import { nodeMentions } from "../names/nodes.ts";
import { otherMentions } from "../names/others.ts";
import { pacemakerMentions } from "../names/pacemaker.ts";
import { schemaMentions } from "../names/schema.ts";
import { covers, homesOf, type View } from "../view.ts";

/** A mention with the file, machine and cluster that it is of. */
export interface Place extends Mention {
  readonly document: Document;
  readonly node: Node;
  readonly cluster: Cluster;
}

/** All names of a cluster. */
interface Names {
  /** Each place once, however many documents read its file. */
  readonly all: readonly Place[];
  readonly bySource: ReadonlyMap<Source, readonly Place[]>;
  readonly byKey: ReadonlyMap<string, readonly Place[]>;
  /** Names that may be nodes' and are none: aliases of /etc/hosts. */
  readonly unknown: ReadonlySet<string>;
}

/** Mentions of equal keys name one thing. */
const keyOf = ({ space, scope }: Pick<Mention, "space" | "scope">, name: string): string =>
  `${space}\n${scope}\n${name}`;

/** The names of one document, made once for each reading of a file. */
export const mentionsIn = remembered((document: Document): readonly Mention[] => [
  ...schemaMentions(document),
  ...haproxyMentions(document),
  ...pacemakerMentions(document),
  ...nodeMentions(document),
  ...otherMentions(document),
]);

export const namesIn = remembered((cluster: Cluster): Names => {
  const found = cluster.nodes.flatMap((node) =>
    node.documents.flatMap((document) =>
      mentionsIn(document).map((one): Place => ({ ...one, document, node, cluster })),
    ),
  );
  const names = cluster.nodes.map(({ name }) => keyOf({ space: "node", scope: "" }, name));
  const strong = new Set([...names, ...found.flatMap((one) => (one.weak ? [] : keyOf(one, one.name)))]);
  const known = (one: Mention): boolean => !one.weak || strong.has(keyOf(one, one.name));
  const byKey = new Map<string, Place[]>();
  const bySource = new Map<Source, Place[]>();
  const all: Place[] = [];
  const seen = new Map<Source, Set<string>>();
  const definitionsFirst = [...found].sort((a, b) => Number(b.defines) - Number(a.defines));
  for (const place of definitionsFirst) {
    const { source, start, end } = place.at;
    const before = seen.get(source) ?? new Set();
    seen.set(source, before);
    const id = `${start} ${end} ${keyOf(place, place.name)}`;
    if (!known(place) || before.has(id)) continue;
    before.add(id);
    all.push(place);
    addTo(byKey, keyOf(place, place.name), place);
    addTo(bySource, source, place);
  }
  const unknown = new Set(found.flatMap((one) => (known(one) ? [] : keyOf(one, one.name))));
  return { all, bySource, byKey, unknown };
});

/** The names of a file, in each cluster that reads it. */
export const placesIn = (view: View, source: Source): readonly Place[] =>
  [...new Set(homesOf(view, source).map(({ cluster }) => cluster))].flatMap(
    (cluster) => namesIn(cluster).bySource.get(source) ?? [],
  );

/** The name that a position touches: one for each cluster that reads the file, all of the shortest word. */
export function namedAt(view: View, { source, offset }: At): readonly Place[] {
  const touched = placesIn(view, source).filter(({ at }) => covers(at, source, offset));
  const [first] = [...touched].sort((a, b) => a.at.end - a.at.start - (b.at.end - b.at.start));
  return touched.filter(
    (one) => first && keyOf(one, one.name) === keyOf(first, first.name) && one.at.start === first.at.start,
  );
}

/** Everything that means the same: definitions and uses, on all machines of the cluster. */
export const sameAs = (place: Place): readonly Place[] =>
  namesIn(place.cluster).byKey.get(keyOf(place, place.name)) ?? [];

/** What already has another name of the same kind and scope; "unknown" where only a mention that counts for nothing has it, such as an alias in /etc/hosts. */
export function taker(place: Place, name: string): Place | "unknown" | undefined {
  const { byKey, unknown } = namesIn(place.cluster);
  const key = keyOf(place, name);
  return byKey.get(key)?.[0] ?? (unknown.has(key) ? "unknown" : undefined);
}

/** One of each place in a text, in the order of the text. */
export function distinct(places: readonly Place[]): readonly Place[] {
  const seen = new Map<Source, Set<number>>();
  const kept = places.filter(({ at }) => {
    const starts = seen.get(at.source) ?? new Set();
    seen.set(at.source, starts);
    return !starts.has(at.start) && starts.add(at.start);
  });
  return [...kept].sort((a, b) =>
    a.at.source === b.at.source ? a.at.start - b.at.start : a.at.source.path < b.at.source.path ? -1 : 1,
  );
}
