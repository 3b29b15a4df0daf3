import { drbd } from "../../parsers/drbd/index.ts";
import { listed } from "../cluster/compare.ts";
import { managedDevices } from "../cluster/managed.ts";
import { documentsOf } from "../cluster/model.ts";
import { resourceOfDevice } from "../cluster/storage.ts";
import { nodeRule } from "../rule.ts";

export const unknownDrbdDevice = nodeRule({
  id: "cross/unknown-drbd-device",
  severity: "error",
  summary: "A DRBD device that is mounted must be one that a resource provides",
  daemon: "silent",
  check(node, report, { cluster }) {
    const documents = documentsOf(node, drbd);
    const [first] = documents;
    const known = documents.every(({ root, whole, tree }) => root && whole && tree.mistakes.length === 0);
    if (!first || !known) return;
    const elsewhere = cluster.nodes.flatMap(({ facts }) => facts.devices.map(({ path }) => path));
    // What a resource mounts may be there on another node: cluster/drbd-file-drift tells of that.
    const managed = managedDevices(cluster).filter(({ device }) => !elsewhere.includes(device));
    const mounted = node.facts.mounts.map((mount) => ({ ...mount, use: "mounted" }));
    for (const { device, at, use } of [...mounted, ...managed]) {
      if (!/^\/dev\/drbd/.test(device)) continue;
      if (documents.some(({ model }) => resourceOfDevice(model, device, node.name))) continue;
      const devices = [...new Map(node.facts.devices.map((one) => [one.path, one])).values()];
      const [only, ...more] = devices;
      const word = at.with({ end: at.start + device.length });
      const exact = at.source.text.startsWith(device, at.start);
      report(
        exact ? word : at,
        `no DRBD resource provides ${device}${devices.length > 0 ? `, only ${listed(devices.map(({ path }) => path))}` : ""}: it cannot be ${use}`,
        {
          related: only ? [{ at: only.at, message: `resource ${only.owner}` }] : [],
          ...(only && more.length === 0 && exact
            ? {
                fix: {
                  title: `replace with ${only.path}`,
                  safe: false,
                  edits: [{ at: word, text: only.path }],
                },
              }
            : {}),
        },
      );
    }
  },
});
