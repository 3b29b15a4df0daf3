import type { Drbd } from "../../parsers/drbd/model.ts";
import type { Option } from "../../parsers/drbd/options.ts";

/** Every disk option wherever it stands: common, resources, volumes, hosts' volumes and connections. */
export const diskOptions = ({ common, resources }: Drbd): readonly Option[] => [
  ...(common?.options.disk ?? []),
  ...resources.flatMap(({ options, volumes, hosts, connections }) => [
    ...options.disk,
    ...[...volumes, ...hosts.flatMap((host) => host.volumes)].flatMap((volume) => volume.options),
    ...connections.flatMap(({ disk }) => disk),
  ]),
];

/** Every net option wherever it stands: common, resources, connections and meshes. */
export const netOptions = ({ common, resources }: Drbd): readonly Option[] => [
  ...(common?.options.net ?? []),
  ...resources.flatMap(({ options, connections, meshes }) => [
    ...options.net,
    ...[...connections, ...meshes].flatMap(({ net }) => net),
  ]),
];
