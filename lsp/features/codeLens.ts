import type { CodeLens, Command } from "vscode-languageserver-types";
import { grouped } from "../../parsers/core/remembered.ts";
import type { Source, Span } from "../../parsers/core/source.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy, Section } from "../../parsers/haproxy/model.ts";
import { nodeName } from "../../rules/cluster/disagree.ts";
import { documentsOf, modelsIn } from "../../rules/cluster/model.ts";
import { instanceAt, virtualRouters } from "../../rules/cluster/vrrp.ts";
import { serves } from "../../rules/haproxy/proxies.ts";
import { helpersOf } from "../../rules/haproxy/sections.ts";
import { tableUses } from "../../rules/haproxy/tables.ts";
import { switchesOf } from "../../rules/haproxy/undefined-backend.ts";
import { argumentsOf, logTargets, serverOptions, type Use } from "../../rules/haproxy/uses.ts";
import { namesOf } from "../../rules/schema/names.ts";
import { type Client, locationOf, rangeOf } from "../client.ts";
import { type Home, homesOf, type View } from "../view.ts";
import { commands } from "./codeActions.ts";

/** The client's own command that shows places, where it says that it has it: arguments are a URI, a position in it, and the locations. */
export const showPlaces = "halint.showPlaces";

/** A line over a place of the text that leads to other places. */
interface Lens {
  readonly at: Span;
  readonly title: string;
  readonly places: readonly Span[];
}

/** The same thing on other nodes, and how often a name is used. */
export function codeLenses(view: View, client: Client, source: Source): CodeLens[] {
  const lenses = homesOf(view, source).flatMap((home) => [
    ...instanceLenses(home),
    ...resourceLenses(home),
    ...nameLenses(home),
    ...sectionLenses(home),
  ]);
  const told = new Set<string>();
  return lenses
    .filter(({ at, title }) => {
      const key = `${at.start} ${title}`;
      return at.source === source && !told.has(key) && told.add(key);
    })
    .sort((a, b) => a.at.start - b.at.start)
    .map((lens) => ({ range: rangeOf(client, lens.at), command: commandOf(client, lens) }));
}

/** Shows the places as the client can: all of them, one that the server opens, or as a text that does nothing. */
function commandOf(client: Client, { at, title, places }: Lens): Command {
  const shown = places.map((place) => locationOf(client, place));
  if (shown.length > 0 && client.commands?.includes(showPlaces))
    return {
      title,
      command: showPlaces,
      arguments: [client.uriOf(at.source), rangeOf(client, at).start, shown],
    };
  if (shown.length === 1 && client.opens) return { title, command: commands.open, arguments: shown };
  return { title, command: "" };
}

/** The other routers of a VRRP instance's virtual router. */
const instanceLenses = ({ document, cluster }: Home): Lens[] =>
  virtualRouters(cluster).flatMap((routers) =>
    routers
      .filter((router) => router.document === document)
      .flatMap((router) =>
        routers
          .filter((other) => other !== router)
          .map((other) => ({
            at: instanceAt(router),
            title: `same instance on ${nodeName(other)}`,
            places: [instanceAt(other)],
          })),
      ),
  );

/** A DRBD resource in the files of the other nodes. */
const resourceLenses = ({ document, node, cluster }: Home): Lens[] =>
  modelsIn([document], drbd).flatMap(({ resources }) =>
    resources.flatMap(({ name }) =>
      cluster.nodes
        .filter((other) => other !== node)
        .flatMap((other): Lens[] => {
          const places = documentsOf(other, drbd).flatMap(({ model }) =>
            model.resources.flatMap((one) => (one.name.value === name.value ? [one.name.word.at] : [])),
          );
          const title = `same resource on ${other.name || "the other node"}`;
          return places.length > 0 ? [{ at: name.word.at, title, places }] : [];
        }),
    ),
  );

const countLens = (at: Span, places: readonly Span[]): Lens => ({
  at,
  title: places.length === 1 ? "1 reference" : `${places.length} references`,
  places,
});

/** Names that the schema knows the uses of. HAProxy's are counted by its model, which reads more than words. */
const nameLenses = ({ document }: Home): Lens[] =>
  document.format.id === haproxy.id
    ? []
    : [...namesOf(document)].flatMap(([namespace, { defined, used }]) => {
        const { dangling, unused } = document.format.schema.names?.[namespace] ?? {};
        if (used.length === 0 && !dangling && !unused) return [];
        const uses = grouped(
          used.filter(({ hole }) => !hole),
          ({ value }) => value,
        );
        return defined
          .filter(({ hole }) => !hole)
          .map(({ at, value }) => countLens(at, spansOf(uses.get(value))));
      });

/** HAProxy's backends and the sections that other lines name. */
const sectionLenses = ({ document }: Home): Lens[] =>
  modelsIn([document], haproxy).flatMap((model) => [
    ...countLenses(model.proxies.filter(serves), backendUses(model)),
    ...helpersOf(model).flatMap(({ sections, uses }) => countLenses(sections, uses)),
  ]);

function countLenses(sections: readonly Pick<Section, "name">[], uses: readonly Named[]): Lens[] {
  const byName = grouped(uses, ({ name }) => name);
  return sections.flatMap(({ name }) =>
    name ? [countLens(name.word.at, spansOf(byName.get(name.value)))] : [],
  );
}

/** A name where it is used. */
type Named = Pick<Use, "name" | "at">;

const spansOf = (uses: readonly { readonly at: Span }[] = []): Span[] => uses.map(({ at }) => at);

/** Lines that name a backend, by itself or before the slash of one of its servers; not those that mean their own. */
const backendUses = (model: Haproxy): Named[] =>
  [
    ...switchesOf(model),
    ...argumentsOf(model, "backend"),
    ...logTargets(model, "backend"),
    ...tableUses(model).filter(({ proxy, name }) => proxy?.name?.value !== name),
    ...[...argumentsOf(model, "server"), ...serverOptions(model, "track")].filter(({ name }) =>
      name.includes("/"),
    ),
  ].map(({ name, at }) => ({ name: name.split("/")[0]!, at }));
