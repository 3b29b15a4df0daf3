import type { Word } from "../../parsers/core/tree.ts";
import { deviceOf } from "../../parsers/interfaces/model.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Keepalived } from "../../parsers/keepalived/model.ts";
import { listed } from "../cluster/compare.ts";
import { modelsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

/** Interfaces that something else than ifupdown makes. */
const made =
  /^(?:lo|wg|tun|tap|docker|veth|dummy|ppp|vxlan|gre|zt|tailscale|macvlan|virbr|lxc|cni|vmac|vrrp|ipvl|nebula)/;

export const unknownInterface = nodeRule({
  id: "cross/unknown-interface",
  severity: "error",
  summary: "An interface that keepalived.conf names must be one that /etc/network/interfaces declares",
  byAbsence: true,
  daemon: "silent",
  check(node, report) {
    if (!node.facts.interfacesKnown) return;
    const names = [...new Set(node.facts.interfaces.map(({ name }) => deviceOf(name)))];
    for (const model of modelsOf(node, keepalived))
      for (const { word, what } of devicesIn(model)) {
        const name = deviceOf(word.value);
        if (word.hole || names.includes(name) || made.test(name)) continue;
        const guess = nearest(name, names);
        const real = names.filter((one) => one !== "lo");
        const other = node.facts.interfaces.find((one) => deviceOf(one.name) === (guess ?? real[0]));
        report(
          word.at,
          `${what} ${word.value} is not declared on this node, which has ${listed(real)}${guess ? `, did you mean ${guess}?` : ""}`,
          {
            related: other ? [{ at: other.at, message: "an interface of this node" }] : [],
            ...(guess
              ? {
                  fix: { title: `replace with ${guess}`, safe: false, edits: [{ at: word.at, text: guess }] },
                }
              : {}),
          },
        );
      }
  },
});

function devicesIn({ vrrpInstances, globals, staticAddresses }: Keepalived): { word: Word; what: string }[] {
  return [
    ...vrrpInstances.flatMap((instance) => [
      ...named(instance.interface?.word, "interface"),
      ...[...instance.virtualIps, ...instance.excludedIps].flatMap(({ dev }) => named(dev?.word, "dev")),
      ...instance.track.interfaces.flatMap(({ name }) => named(name.word, "track_interface")),
      ...named(instance.lvsSyncDaemonInterface?.word, "lvs_sync_daemon_interface"),
    ]),
    ...globals.lvsSyncDaemons.flatMap((daemon) => named(daemon.interface?.word, "lvs_sync_daemon")),
    ...named(globals.defaultInterface?.word, "default_interface"),
    ...staticAddresses.flatMap(({ dev }) => named(dev?.word, "dev")),
  ];
}

const named = (word: Word | undefined, what: string) => (word ? [{ word, what }] : []);
