import { effective, fences, switchNames } from "../../parsers/pacemaker/effective.ts";
import type { Pacemaker } from "../../parsers/pacemaker/model.ts";
import { devicesOf, members } from "./lookups.ts";
import { agentWords } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const stonithDisabled = pacemakerRule({
  id: "pacemaker/stonith-disabled",
  severity: "warning",
  summary: "A cluster should fence nodes that it no longer hears",
  daemon: "silent",
  check(model, report, { targets }) {
    if (fences(model.properties, targets.pacemaker) !== false || devicesOf(model).length > 0) return;
    const { name, value } = effective(model.properties, ...switchNames(targets.pacemaker))!.pair;
    const shared = members(model).length !== 1 && sharesData(model);
    const result = shared
      ? "two nodes that lose sight of each other both write to the same data"
      : "a node that is lost but alive goes on running what others take over";
    report(value!.at, `${name.value} ${value!.value}: ${result}`, shared ? { severity: "error" } : {});
  },
});

const sharedAgents =
  /^(drbd|Filesystem|LVM|LVM-activate|clvm|controld|o2cb|lvmlockd|pgsql|mysql|galera|ocfs2|gfs2|ZFS|raid1|sapdb|SAPDatabase|db2|oracle)$/i;

/** Something writes data that another node may take over. */
const sharesData = (model: Pacemaker): boolean =>
  model.primitives.some((primitive) => sharedAgents.test(agentWords(model, primitive).type?.value ?? ""));
