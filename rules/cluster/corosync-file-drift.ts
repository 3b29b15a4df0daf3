import type { Corosync, Section } from "../../parsers/corosync/model.ts";
import { clusterRule } from "../rule.ts";
import { corosyncNodes, labelOf } from "./corosync.ts";
import { type Copy, reportDrift } from "./file-drift.ts";
import type { FlatSetting } from "./flat.ts";

/** Told by a rule of its own, or a machine's own business: where its key lies, which of its networks it means. */
const own: ReadonlySet<string> = new Set(["config_version", "bindnetaddr", "keyfile", "key"]);

export const corosyncFileDrift = clusterRule({
  id: "cluster/corosync-file-drift",
  severity: "error",
  summary: "All nodes must have the same totem, quorum and nodelist",
  daemon: "silent",
  check(cluster, report) {
    const copies = corosyncNodes(cluster).flatMap(({ node, model, document: { tree } }): Copy[] => {
      const first = tree.statements[0];
      return model.certain && first ? [{ node, at: first.keyword.at, settings: settingsOf(model) }] : [];
    });
    reportDrift(report, copies, "each node reckons with what its own file says");
  },
});

/** The parts by what they are about, whatever their order in the file; logging and resources are each machine's own. */
function settingsOf({ totem, interfaces, quorum, device, net, nodelist, nodes }: Corosync) {
  const settings = new Map<string, FlatSetting>();
  const add = (name: string, section: Section): void => {
    const [opened] = section.opened;
    if (!opened) return;
    const block = { path: name, parent: "", keyword: name, value: "", at: opened.keyword.at };
    settings.set(name, block);
    for (const { keyword, args, block: inner } of section.statements) {
      if (inner || own.has(keyword.value)) continue;
      const [value] = args;
      settings.set(`${name} > ${keyword.value}`, {
        path: `${name} > ${keyword.value}`,
        parent: name,
        keyword: keyword.value,
        value: value?.hole ? undefined : (value?.value ?? ""),
        at: (value ?? keyword).at,
      });
    }
  };
  add("totem", totem);
  for (const part of interfaces) if (part.link !== undefined) add(`interface ${part.link}`, part);
  add("quorum", quorum);
  add("device", device);
  add("net", net);
  add("nodelist", nodelist);
  for (const node of nodes) add(`node ${labelOf(node)}`, node);
  return settings;
}
