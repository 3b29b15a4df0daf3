import { drbd } from "../../parsers/drbd/index.ts";
import { managedDevices } from "../cluster/managed.ts";
import { modelsOf } from "../cluster/model.ts";
import { volumesHere } from "../cluster/storage.ts";
import { nodeRule } from "../rule.ts";

export const mountedBackingDisk = nodeRule({
  id: "cross/mounted-backing-disk",
  severity: "error",
  summary: "The disk under a DRBD device must not be mounted itself",
  daemon: "silent",
  check(node, report, { cluster }) {
    for (const { resources } of modelsOf(node, drbd))
      for (const resource of resources)
        for (const { disk, device, minor } of volumesHere(resource, node.name)) {
          if (!disk?.value.startsWith("/")) continue;
          const path = device?.value ?? (minor && `/dev/drbd${minor.value}`);
          for (const mount of [...node.facts.mounts, ...managedDevices(cluster)])
            if (mount.device === disk.value)
              report(
                mount.at,
                `${mount.device} is the disk under resource ${resource.name.value}: what is written to it past DRBD is not replicated${path ? `, ${verb(mount)} ${path}` : ""}`,
                { related: [{ at: disk.word.at, message: `the disk of resource ${resource.name.value}` }] },
              );
        }
  },
});

const verb = (use: object): string => ("use" in use && use.use === "exported" ? "export" : "mount");
