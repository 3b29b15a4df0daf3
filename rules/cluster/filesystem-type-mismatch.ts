import { drbd } from "../../parsers/drbd/index.ts";
import { clusterRule } from "../rule.ts";
import { differences, valuesBy } from "./compare.ts";
import { type MountFact, modelsOf, type Node } from "./model.ts";
import { resourceOfDevice } from "./storage.ts";

export const filesystemTypeMismatch = clusterRule({
  id: "cluster/filesystem-type-mismatch",
  severity: "error",
  summary: "All nodes must mount one device with one type of file system",
  daemon: "silent",
  check({ nodes }, report) {
    const mounts = nodes.flatMap((node) =>
      node.facts.mounts.flatMap((mount) => {
        const device = /^(?:|auto|none|swap)$/.test(mount.type) ? undefined : sharedDevice(node, mount);
        return device === undefined ? [] : [{ node, mount, device }];
      }),
    );
    for (const device of new Set(mounts.map((one) => one.device)))
      for (const { one, others } of differences(
        mounts.filter((mounted) => mounted.device === device),
        ({ mount }) => mount.type,
      ))
        report(
          one.mount.at,
          `${one.mount.device} is ${one.mount.type} here, ${valuesBy(
            others,
            ({ mount }) => mount.type,
            ({ node }) => node.name,
          )}: it holds one file system, and the other mount fails`,
          {
            related: others.map(({ node, mount }) => ({
              at: mount.at,
              message: `the mount on ${node.name}`,
            })),
          },
        );
  },
});

/** What tells that two machines mean one device: the DRBD resource, or the file system's own UUID; undefined: nothing does. */
function sharedDevice(node: Node, { device }: MountFact): string | undefined {
  if (/^(?:PART)?UUID=/.test(device)) return device;
  const resource = modelsOf(node, drbd)
    .map((model) => resourceOfDevice(model, device, node.name))
    .find((found) => found !== undefined);
  return resource && `resource ${resource.name.value} ${device}`;
}
