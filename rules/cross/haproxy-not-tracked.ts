import type { Keepalived, VrrpInstance } from "../../parsers/keepalived/model.ts";
import { balancedBy } from "../cluster/directors.ts";
import { haproxyListeners } from "../cluster/facts-haproxy.ts";
import { plainIp } from "../cluster/net.ts";
import { instanceAt, instanceName, routersOf } from "../cluster/vrrp.ts";
import { isLocal } from "../haproxy/binds.ts";
import { nodeRule } from "../rule.ts";

/** A command that only asks whether some process or unit runs. */
const asksProcess = /^(?:\S*\/)?(?:killall|pidof|pgrep|pkill|systemctl|service|rc-service)\s/;

/** Whether what the instance tracks, itself or through its sync group, may be about haproxy. */
function mayCheck(instance: VrrpInstance, model: Keepalived): boolean {
  const groups = model.syncGroups.filter(({ members }) =>
    members.some(({ value }) => value === instance.name?.value),
  );
  const tracks = [instance, ...groups].map(({ track }) => track);
  const scripts = tracks.flatMap(({ scripts }) => scripts);
  const processes = tracks.flatMap(({ processes }) => processes);
  return (
    tracks.some(({ files }) => files.length > 0) ||
    scripts.some(({ name }) => {
      const text = model.vrrpScripts.find((one) => one.name?.value === name.value)?.script?.text;
      return text === undefined || !asksProcess.test(text) || text.includes("haproxy");
    }) ||
    processes.some(({ name }) => {
      const watched = model.trackProcesses.find((one) => one.name?.value === name.value)?.process;
      return watched === undefined || watched.value.includes("haproxy");
    })
  );
}

export const haproxyNotTracked = nodeRule({
  id: "cross/haproxy-not-tracked",
  severity: "warning",
  summary: "An instance whose virtual address haproxy serves should track haproxy",
  daemon: "silent",
  check(node, report) {
    const listeners = haproxyListeners(node.documents).filter(
      ({ address }) => !isLocal(address) && address.port !== undefined,
    );
    const balances = balancedBy(node).length > 0;
    for (const router of routersOf(node)) {
      const { instance, document } = router;
      if (!document.root || !document.whole || mayCheck(instance, document.model)) continue;
      const ips = [...instance.virtualIps, ...instance.excludedIps].flatMap(({ ip }) => ip?.value ?? []);
      const served = listeners.find(({ address, host }) =>
        address.kind === "any"
          ? !balances && ips.some((ip) => ip.includes(":") === (host === "::"))
          : ips.some((ip) => plainIp(ip) === plainIp(address.host)),
      );
      if (served)
        report(
          instanceAt(router),
          `${instanceName(router)} tracks nothing that tells whether haproxy runs: when haproxy stops, the addresses stay where nobody answers`,
          { related: [{ at: served.address.at, message: "haproxy serves them" }] },
        );
    }
  },
});
