import fc from "fast-check";
import { toOffset, toPosition } from "../../lsp/positions.ts";
import type { View } from "../../lsp/view.ts";
import type { Source } from "../../parsers/core/source.ts";
import { formats } from "../../parsers/index.ts";
import { clusterOf } from "../support/cluster.ts";
import { signs, tags, values } from "../support/pieces.ts";

/** A file of each of some grammars, and words that mean something to it. */
const kinds: readonly { readonly id: string; readonly path: string }[] = [
  { id: "keepalived", path: "/etc/keepalived/keepalived.conf" },
  { id: "haproxy", path: "/etc/haproxy/haproxy.cfg" },
  { id: "drbd", path: "/etc/drbd.d/r0.res" },
  { id: "corosync", path: "/etc/corosync/corosync.conf" },
  { id: "ocfs2", path: "/etc/ocfs2/cluster.conf" },
  { id: "cib", path: "/var/lib/pacemaker/cib/cib.xml" },
  { id: "systemd", path: "/etc/systemd/system/a.service" },
  { id: "interfaces", path: "/etc/network/interfaces" },
];

const textFor = (id: string): fc.Arbitrary<string> => {
  const { places } = formats.find((format) => format.id === id)!.schema;
  const words = Object.values(places).flatMap(({ keywords = {} }) => Object.keys(keywords));
  const part = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words, "a") },
    { weight: 6, arbitrary: fc.constantFrom(...signs) },
    { weight: 3, arbitrary: fc.constantFrom(...values, ...tags) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
  );
  return fc.array(part, { maxLength: 80 }).map((parts) => parts.join(""));
};

/** Any text in one of two nodes, with any offset in it that a client can name: what every feature must take without a throw. */
export const anyPlace: fc.Arbitrary<{ view: View; at: { source: Source; offset: number } }> = fc
  .constantFrom(...kinds)
  .chain(({ id, path }) =>
    fc.record({
      path: fc.constant(path),
      one: textFor(id),
      other: textFor(id),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  )
  .map(({ path, one, other, part }) => {
    const cluster = clusterOf({ [`zerg${path}`]: one, [`supermente${path}`]: other });
    const sources = cluster.nodes.flatMap(({ documents }) => documents.map(({ tree }) => tree.source));
    const view: View = {
      workspace: { clusters: [cluster], layout: [], problems: [], targets: {} },
      findings: [],
      pathOf: (source) => `/ws/${source.path}`,
      sourceAt: (path) => sources.find((source) => `/ws/${source.path}` === path),
    };
    const source = sources[0]!;
    const place = toPosition(source, Math.floor(part * one.length), "utf-16");
    return { view, at: { source, offset: toOffset(source, place, "utf-16") } };
  });
