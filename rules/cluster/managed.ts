import type { Span } from "../../parsers/core/source.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { effective, fences } from "../../parsers/pacemaker/effective.ts";
import type { Pacemaker, Primitive } from "../../parsers/pacemaker/model.ts";
import { agentId, valueOf } from "../pacemaker/resources.ts";
import { pacemakerOf } from "../pacemaker/rule.ts";
import { addressOf } from "../pacemaker/vips.ts";
import type { Cluster, MountFact, Node, VipFact } from "./model.ts";
import { serviceOfAgent } from "./services.ts";

/** A resource that Pacemaker runs somewhere in the cluster. */
export interface Managed {
  readonly primitive: Primitive;
  readonly model: Pacemaker;
  /** The machine whose file says so; one without a name where the file speaks for all. */
  readonly node: Node;
}

/** What Pacemaker was told in this cluster, each copy on a node and each file that speaks for all. */
export const pacemakersIn = (cluster: Cluster): { readonly node: Node; readonly model: Pacemaker }[] =>
  cluster.nodes.flatMap((node) =>
    node.documents.flatMap((document) => {
      const model = pacemakerOf(document);
      return model ? [{ node, model }] : [];
    }),
  );

/** All that Pacemaker was told is known: its whole configuration is there. */
export const isManagedKnown = (cluster: Cluster): boolean => {
  const all = pacemakersIn(cluster);
  return all.length > 0 && all.every(({ model }) => model.whole);
};

/** Every resource once, though each node has a copy of the CIB. */
export function managedIn(cluster: Cluster): readonly Managed[] {
  const known = managed.get(cluster);
  if (known) return known;
  const byId = new Map<string, Managed>();
  for (const { node, model } of pacemakersIn(cluster))
    for (const primitive of model.primitives)
      if (!byId.has(primitive.id.value)) byId.set(primitive.id.value, { primitive, model, node });
  const found = [...byId.values()];
  managed.set(cluster, found);
  return found;
}

const managed = new WeakMap<Cluster, readonly Managed[]>();

/** "ocf:heartbeat:IPaddr2", with what its template tells; "" where it is not known. */
export const agentOf = ({ model, primitive }: Managed): string => agentId(model, primitive) ?? "";

/** The value of a parameter, its own or its template's; undefined: not set, or not known. */
export const paramOf = ({ model, primitive }: Managed, name: string): Word | undefined =>
  valueOf(model, primitive, name);

/** The word that turns fencing off, in any file of the cluster. */
export const fencingOff = (cluster: Cluster): Word | undefined =>
  pacemakersIn(cluster)
    .filter(({ model }) => fences(model.properties) === false)
    .map(({ model }) => effective(model.properties, "stonith-enabled", "fencing-enabled")?.pair.value)
    .find((word) => word !== undefined);

/** The addresses that Pacemaker moves between nodes. */
export const managedVips = (cluster: Cluster): VipFact[] =>
  managedIn(cluster).flatMap((resource): VipFact[] => {
    const ip = addressOf(resource.model, resource.primitive);
    const prefix = paramOf(resource, "cidr_netmask")?.value ?? "";
    const nic = paramOf(resource, "nic")?.value;
    if (!ip) return [];
    return [
      {
        ip: ip.value,
        owner: resource.primitive.id.value,
        by: "pacemaker",
        advertised: true,
        at: ip.at,
        ...(/^\d{1,3}$/.test(prefix) ? { prefix: Number(prefix) } : {}),
        ...(nic ? { interface: nic.split(":")[0]! } : {}),
      },
    ];
  });

export interface ManagedMount extends MountFact {
  readonly resource: Managed;
}

/** The file systems that Pacemaker mounts; `at` is the word of the device. */
export const managedMounts = (cluster: Cluster): ManagedMount[] =>
  managedIn(cluster).flatMap((resource): ManagedMount[] => {
    if (agentOf(resource) !== "ocf:heartbeat:Filesystem") return [];
    const device = paramOf(resource, "device");
    const point = paramOf(resource, "directory");
    if (!device || !point) return [];
    return [
      {
        device: device.value,
        point: point.value.replace(/(?<=.)\/+$/, ""),
        type: paramOf(resource, "fstype")?.value ?? "",
        options: (paramOf(resource, "options")?.value ?? "").split(",").filter((option) => option !== ""),
        at: device.at,
        by: "pacemaker",
        resource,
      },
    ];
  });

/** A block device that Pacemaker hands on. */
export interface ManagedDevice {
  readonly device: string;
  readonly at: Span;
  readonly use: "mounted" | "exported";
}

/** The block devices that Pacemaker mounts or exports. */
export const managedDevices = (cluster: Cluster): ManagedDevice[] => [
  ...managedMounts(cluster).map((mount) => ({ ...mount, use: "mounted" }) as const),
  ...managedIn(cluster).flatMap((resource) => {
    const path =
      agentOf(resource) === "ocf:heartbeat:iSCSILogicalUnit" ? paramOf(resource, "path") : undefined;
    return path ? [{ device: path.value, at: path.at, use: "exported" } as const] : [];
  }),
];

/** A service of the machines that Pacemaker starts and stops. */
export interface ManagedService {
  /** As systemd calls it. */
  readonly names: readonly string[];
  readonly at: Span;
  readonly resource: Managed;
}

export const managedServices = (cluster: Cluster): ManagedService[] =>
  managedIn(cluster).flatMap((resource): ManagedService[] => {
    const names = serviceOfAgent(agentOf(resource));
    return names.length > 0 ? [{ names, at: resource.primitive.id.at, resource }] : [];
  });
