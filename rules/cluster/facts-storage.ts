import { drbd } from "../../parsers/drbd/index.ts";
import type { Resource } from "../../parsers/drbd/model.ts";
import { volumesOn } from "../../parsers/drbd/volumes.ts";
import { fstab } from "../../parsers/fstab/index.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { rcLocal } from "../../parsers/rclocal/index.ts";
import { sameHost } from "../drbd/levels.ts";
import type { Document } from "../rule.ts";
import { type DeviceFact, type MountFact, modelsIn, type PortFact, type ServiceFact } from "./model.ts";

type Documents = readonly Document[];

export const mountFacts = (documents: Documents): MountFact[] => [
  ...modelsIn(documents, fstab).flatMap(({ entries }) =>
    entries.map(
      ({ device, point, type, options, statement }): MountFact => ({
        device: device.value,
        point: point.value,
        type: type.value,
        options: options.map(({ word }) => word.value),
        at: statement.at,
        by: "fstab",
      }),
    ),
  ),
  ...modelsIn(documents, rcLocal).flatMap(({ mounts }) =>
    mounts.flatMap(({ device, point, type, options, statement }): MountFact[] =>
      device && point
        ? [
            {
              device: device.value,
              point: point.value,
              type: type ?? "",
              options,
              at: statement.at,
              by: "rc.local",
            },
          ]
        : [],
    ),
  ),
];

/** The host section of this machine. */
export const hostOf = (resource: Resource, nodeName: string) =>
  resource.hosts.find(({ names }) => names.some(({ value }) => sameHost(value, nodeName)));

/** The devices of this machine; where it is not named, those of all hosts. */
export const deviceFacts = (documents: Documents, nodeName: string): DeviceFact[] =>
  modelsIn(documents, drbd).flatMap(({ resources }) =>
    resources.flatMap((resource) => {
      const own = hostOf(resource, nodeName);
      const hosts = own ? [own] : resource.hosts;
      const volumes = [
        ...resource.volumes,
        ...hosts.flatMap((host) => volumesOn(host.volumes, resource.volumes)),
      ];
      return volumes.flatMap(({ device, minor }): DeviceFact[] => {
        const setting = device ?? minor;
        const path = device?.value ?? `/dev/drbd${minor?.value}`;
        return setting ? [{ path, by: "drbd", owner: resource.name.value, at: setting.word.at }] : [];
      });
    }),
  );

export const portFacts = (documents: Documents, nodeName: string): PortFact[] => [
  ...modelsIn(documents, drbd).flatMap(({ resources }) =>
    resources.flatMap((resource): PortFact[] => {
      const address = hostOf(resource, nodeName)?.address;
      if (!address) return [];
      const { ip, port, at } = address;
      return [{ ip, port, protocol: "tcp", service: `DRBD resource ${resource.name.value}`, at }];
    }),
  ),
  ...modelsIn(documents, ocfs2).flatMap(({ nodes }) =>
    nodes.flatMap(({ name, address, port }): PortFact[] =>
      name && sameHost(name.value, nodeName) && address && port
        ? [{ ip: address.value, port: port.value, protocol: "tcp", service: "OCFS2", at: port.word.at }]
        : [],
    ),
  ),
];

export const serviceFacts = (documents: Documents): ServiceFact[] =>
  modelsIn(documents, rcLocal).flatMap(({ services }) =>
    services.flatMap(({ name, action, word }) =>
      action && /^(?:re)?start$|^reload$|^enable$/.test(action)
        ? [{ name, by: "rc.local", at: word.at }]
        : [],
    ),
  );
