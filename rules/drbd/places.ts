import type { Setting } from "../../parsers/core/settings.ts";
import type { Drbd, Host, Resource } from "../../parsers/drbd/model.ts";
import { type Volume, volumesOn } from "../../parsers/drbd/volumes.ts";

/** One volume of one resource on one machine. */
export interface Placed {
  /** The host's name as written, or the address of a floating host. */
  readonly machine: string;
  readonly resource: Resource;
  readonly host: Host;
  readonly volume: Volume;
}

/** Every volume with the machine it is on, in the order of the files; a stacked one is on each host of the lower resource. */
export const placed = ({ resources }: Drbd): Placed[] =>
  resources.flatMap((resource) =>
    resource.hosts.flatMap((host) => {
      const volumes = volumesOn(host.volumes, resource.volumes);
      const hosts = host.kind === "stacked" ? lowerHosts(resources, host) : [host];
      const onTop = host.kind === "stacked" ? volumes.map(deviceOnly) : volumes;
      return hosts
        .flatMap(machines)
        .flatMap((machine) => onTop.map((volume) => ({ machine, resource, host, volume })));
    }),
  );

const lowerHosts = (resources: readonly Resource[], { lower }: Host): readonly Host[] =>
  resources.find(({ name }) => name.value === lower?.value)?.hosts ?? [];

/** Its disk is the lower resource's device. */
const deviceOnly = ({ disk: _disk, metaDisk: _metaDisk, ...volume }: Volume): Volume => volume;

const machines = ({ kind, names, address }: Host): string[] =>
  kind === "on" ? names.map(({ value }) => value) : kind === "floating" && address ? [address.ip] : [];

/** Two volumes of one machine that state the same thing. */
export interface Clash<T> {
  readonly first: Placed;
  readonly firstSetting: Setting<T>;
  readonly second: Placed;
  readonly setting: Setting<T>;
}

/**
 * The pairs of volumes of one machine with the same value of what `read` gives, each word once. A host that has two
 * sections in one resource is left to `drbd/host-clash`.
 */
export function clashes<T>(drbd: Drbd, read: (volume: Volume) => Setting<T> | undefined): Clash<T>[] {
  const seen = new Map<string, Placed>();
  const told = new Set<unknown>();
  const found: Clash<T>[] = [];
  for (const second of placed(drbd)) {
    const setting = read(second.volume);
    if (!setting) continue;
    const key = `${second.machine}\0${setting.value}`;
    const first = seen.get(key);
    const twoSections = first?.resource === second.resource && first.host !== second.host;
    if (!first) seen.set(key, second);
    else if (!twoSections && !told.has(setting.word)) {
      told.add(setting.word);
      found.push({ first, firstSetting: read(first.volume)!, second, setting });
    }
  }
  return found;
}
