import type { Span } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Keepalived } from "../../parsers/keepalived/model.ts";
import { ipvsadmDefault } from "../../parsers/shellvars/index.ts";
import { modelsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";

export const ipvsadmDaemon = nodeRule({
  id: "cross/ipvsadm-daemon",
  severity: "error",
  summary: "Only one of ipvsadm and keepalived may run the IPVS synchronization daemon",
  daemon: "silent",
  check(node, report) {
    const [sync] = modelsOf(node, keepalived).flatMap(syncDaemonsOf);
    for (const variables of sync ? modelsOf(node, ipvsadmDefault) : []) {
      const daemon = variables.get("DAEMON");
      if (!daemon || !["master", "backup", "both"].includes(daemon.value)) continue;
      const { at } = daemon.word;
      const quote = daemon.word.quote ?? "";
      report(
        at,
        `DAEMON=${daemon.value} starts a synchronization daemon that keepalived starts as well: whichever comes second fails`,
        {
          related: [{ at: sync!, message: "keepalived's synchronization daemon" }],
          fix: { title: "set DAEMON to none", safe: true, edits: [{ at, text: `${quote}none${quote}` }] },
        },
      );
    }
  },
});

const syncDaemonsOf = ({ globals, vrrpInstances }: Keepalived): Span[] => [
  ...globals.lvsSyncDaemons.map(({ statement }) => statement.keyword.at),
  ...vrrpInstances.flatMap(({ lvsSyncDaemonInterface }) =>
    lvsSyncDaemonInterface ? [lvsSyncDaemonInterface.statement.keyword.at] : [],
  ),
];
