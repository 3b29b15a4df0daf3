import { span } from "../../parsers/core/source.ts";
import type { Document } from "../../rules/rule.ts";
import type { Home } from "../view.ts";
import { mentionsIn, namesIn } from "./names.ts";
import { holdsProbe, type Probe, unprobed } from "./probe.ts";
import { detailOf, type Value } from "./values.ts";

/** The probed document with the model that its text has. */
export const probedDocument = ({ document }: Probe): Document => ({
  ...document,
  model: document.format.model(document.tree),
});

/** Names that may stand at the cursor by the index of names: it is asked what the probe would be the name of. */
export function nameValues({ node, cluster }: Home, { replaces, typed }: Probe, document: Document): Value[] {
  const offset = replaces.start + typed.length;
  const [mention] = mentionsIn(document)
    .filter(({ at, written }) => written && holdsProbe(at, document.tree.source, offset))
    .sort((a, b) => a.at.end - a.at.start - (b.at.end - b.at.start));
  if (!mention) return [];
  const { space, scope, title, defines, scopeMark } = mention;
  const nodes = new Map<string, Set<string>>();
  const here = new Set<string>();
  const add = (name: string, on: string): void => {
    nodes.set(name, (nodes.get(name) ?? new Set()).add(on));
  };
  for (const place of namesIn(cluster).all) {
    if (place.space !== space || place.title !== title || !place.defines) continue;
    const scoped = place.scope === scope;
    if (!scoped && scopeMark === undefined) continue;
    const own = place.node === node && place.document.path === document.path;
    if (own && place.statement?.at.start === mention.statement?.at.start) continue;
    if (own) here.add(place.name);
    const name = scoped ? place.name : `${place.scope}${scopeMark}${place.name}`;
    add(name, space === "node" ? "" : place.node.name);
  }
  if (space === "node") for (const { name } of cluster.nodes) if (name !== "") add(name, "");
  const { start, end } = unprobed(mention.at);
  const at = span(replaces.source, start, end);
  return [...nodes]
    .filter(([name]) => !(defines && here.has(name)))
    .map(([text, on]) => ({ text, kind: "name", detail: detailOf(title, on), at }));
}
