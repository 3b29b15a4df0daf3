import type { Connection, Host, Resource } from "../../parsers/drbd/model.ts";
import { type Option, optionsIn, type Section } from "../../parsers/drbd/options.ts";
import { keywordIn } from "../../parsers/drbd/schema.ts";
import type { Volume } from "../../parsers/drbd/volumes.ts";
import { sameHost } from "./levels.ts";

interface Entry {
  readonly option: Option;
  /** Handed down to the object. */
  readonly inherited: boolean;
}

/** The options of one object of drbdadm, its own as they stand, one after the other; the first of a name counts. */
type Table = Entry[];

/** Two values that one object inherits. */
export type Ambiguity = readonly [Option, Option];

/** What the object's own section says. */
const own = (options: readonly Option[]): Table => options.map((option) => ({ option, inherited: false }));

/**
 * drbdadm_postparse.c expand_opts: an own value stays, an inherited one must be the same. One that stands twice in a section is
 * handed down twice.
 */
function inherit(to: Table, from: readonly Entry[]): Ambiguity[] {
  const found: Ambiguity[] = [];
  for (const { option } of [...from]) {
    const known = to.find((one) => one.option.name === option.name);
    if (!known) to.push({ option, inherited: true });
    else if (known.inherited && !isSame(known.option.value, option.value)) found.push([known.option, option]);
  }
  return found;
}

const units: Readonly<Record<string, number>> = {
  s: 2 ** 9,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
  p: 2 ** 50,
};

/** The same text or amount; where one has no unit, it counts in the option's own: bytes, sectors or KiB. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [amountOf(a), amountOf(b)];
  if (!one || !other) return a === b;
  if (one.unit && other.unit) return one.count * one.unit === other.count * other.unit;
  if (!one.unit && !other.unit) return one.count === other.count;
  const [bytes, bare] = one.unit
    ? [one.count * one.unit, other.count]
    : [other.count * other.unit!, one.count];
  return [1, units.s!, units.k!].some((unit) => bare * unit === bytes);
}

function amountOf(value: string): { readonly count: number; readonly unit?: number } | undefined {
  const [, digits, unit] = /^(\d+)([skmgtp]?)$/i.exec(value) ?? [];
  if (digits === undefined) return undefined;
  return { count: Number(digits), ...(unit ? { unit: units[unit.toLowerCase()]! } : {}) };
}

/** The names of resources are turned into numbers on the way, and are not compared. */
const isCompared = ({ name }: Option): boolean => name !== "resync-after" && name !== "size";

/** Of a connection rather than of the backing disk. */
const isOfPeer = (name: string): boolean => keywordIn("peer-disk", name) !== undefined;

/** Where drbdadm of DRBD 9 finds two values for one option, in the order of drbdadm_postparse.c expand_common. */
export function ambiguities(resource: Resource): Ambiguity[] {
  const { options, inherited, meshes, connections } = resource;
  const found: Ambiguity[] = [];
  const withCommon = (section: Section): Table => {
    const table = own(options[section].filter(isCompared));
    found.push(...inherit(table, own((inherited?.options[section] ?? []).filter(isCompared))));
    return table;
  };
  const [disk, net] = [withCommon("disk"), withCommon("net")];
  for (const section of ["options", "startup", "handlers"] as const) withCommon(section);
  const volumes = new Map(
    resource.hosts.map((host) => [host, volumesOf(host, resource.volumes, disk, found)] as const),
  );
  for (const connection of connections) found.push(...inherit(own(connection.net), net));
  if (connections.length === 0)
    for (const mesh of meshes.length > 0 ? meshes : [{ net: [] }]) {
      const handed: Table = [];
      found.push(...inherit(handed, own(mesh.net)), ...inherit(handed, net));
    }
  for (const { hosts, connection } of linksOf(resource))
    for (const number of new Set(hosts.flatMap((host) => [...volumes.get(host)!.keys()]))) {
      const peer = own(connection ? peerVolume(connection, number) : []);
      found.push(...inherit(peer, own(connection?.disk ?? [])));
      for (const host of hosts) {
        const table = volumes.get(host)!.get(number) ?? [];
        found.push(
          ...inherit(
            peer,
            table.filter(({ option }) => isOfPeer(option.name)),
          ),
        );
      }
    }
  return found;
}

/** The volumes of one host with what they inherit. */
function volumesOf(
  host: Host,
  shared: readonly Volume[],
  disk: Table,
  found: Ambiguity[],
): ReadonlyMap<number, Table> {
  const numbers = new Set([...host.volumes, ...shared].map(({ number }) => number));
  const optionsOf = (volumes: readonly Volume[], number: number): Table =>
    own((volumes.find((one) => one.number === number)?.options ?? []).filter(isCompared));
  return new Map(
    [...numbers].map((number) => {
      const table = optionsOf(host.volumes, number);
      found.push(...inherit(table, disk), ...inherit(table, optionsOf(shared, number)));
      return [number, table];
    }),
  );
}

/** The hosts of each connection that is written, of a mesh, or of the two hosts alone. */
function linksOf({ hosts, connections, meshes }: Resource): readonly {
  readonly hosts: readonly Host[];
  readonly connection?: Connection;
}[] {
  if (connections.length > 0)
    return connections.map((connection) => {
      const names = (connection.paths[0]?.endpoints ?? []).flatMap(({ name }) => name?.value ?? []);
      return { connection, hosts: hosts.filter((host) => names.some((name) => isCalled(host, name))) };
    });
  const linked =
    meshes.length > 0
      ? hosts.filter((host) => meshes.some((mesh) => mesh.hosts.some(({ value }) => isCalled(host, value))))
      : hosts.length === 2
        ? hosts
        : [];
  return linked.flatMap((one, i) => linked.slice(i + 1).map((other) => ({ hosts: [one, other] })));
}

const isCalled = ({ names }: Host, name: string): boolean => names.some(({ value }) => sameHost(value, name));

/** The disk options of a volume inside of a connection. */
function peerVolume({ statement }: Connection, number: number): readonly Option[] {
  const volumes = (statement.block?.statements ?? []).filter(
    ({ keyword, args }) => keyword.value === "volume" && args[0]?.value === String(number),
  );
  return volumes
    .flatMap(({ block }) => block?.statements ?? [])
    .filter(({ keyword }) => keyword.value === "disk")
    .flatMap(optionsIn);
}
