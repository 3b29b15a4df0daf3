import type { Host, Resource } from "../../parsers/drbd/model.ts";
import { type Effective, effective } from "../../parsers/drbd/model.ts";
import type { Option } from "../../parsers/drbd/options.ts";
import type { Document } from "../rule.ts";

/** All that the resource inherits is known, so that a setting that is not there is really missing. */
export const settled = ({ inherited }: Resource, { root, whole }: Document): boolean =>
  inherited !== undefined || (root && whole);

/** Resources of two hosts or more of which all is known: what they lack is really missing. */
export const replicated = (resources: readonly Resource[], document: Document): readonly Resource[] =>
  resources.filter(
    (resource) => resource.hosts.length >= 2 && !resource.shown && settled(resource, document),
  );

/** The net sections inside the resource: of each connection and mesh; one empty level where there is none. */
export function links({ connections, meshes }: Resource): readonly (readonly Option[])[] {
  const nets = [...connections, ...meshes].map(({ net }) => net);
  return nets.length > 0 ? nets : [[]];
}

/** What a net option is on each link, each setting once. */
export function netOf(resource: Resource, name: string): readonly Effective[] {
  const found = links(resource).flatMap((link) => effective(resource, "net", name, link) ?? []);
  return found.filter((one, i) => found.findIndex(({ word }) => word === one.word) === i);
}

/** The setting that lets both nodes be primary, where one does. */
export const dualPrimary = (resource: Resource): Effective | undefined =>
  netOf(resource, "allow-two-primaries").find(({ value }) => value === "yes");

/** The fencing policy, of net in DRBD 9 and of disk in DRBD 8. */
export const fencingOf = (resource: Resource): Effective | undefined =>
  netOf(resource, "fencing")[0] ?? effective(resource, "disk", "fencing");

export const handlerOf = (resource: Resource, name: string): Effective | undefined =>
  effective(resource, "handlers", name);

/** "alice", "10.0.0.1:7789", or the lower resource of a stacked host. */
export const hostLabel = ({ names, address, lower }: Host): string =>
  names.map(({ value }) => value).join(" ") ||
  (lower ? `on top of ${lower.value}` : address ? `${address.ip}:${address.port}` : "");

/** drbdadm_parser.c hostnames_equal: case does not count, a short name equals the first part of a long one. */
export function sameHost(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  const short = !x.includes(".") || !y.includes(".");
  return short ? x.split(".")[0] === y.split(".")[0] : x === y;
}

/** The target is DRBD 8, whose grammar and defaults differ; without a target DRBD 9 is meant. */
export const isDrbd8 = (targets: Readonly<Record<string, string>>): boolean =>
  /^8(\.|$)/.test(targets.drbd ?? "");

/** DRBD 8.4, which refuses these words, takes the inner value. */
export const isForDrbd9 = ({ hosts, connections, meshes }: Resource): boolean =>
  connections.length > 0 || meshes.length > 0 || hosts.some(({ nodeId }) => nodeId);
