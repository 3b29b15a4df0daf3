import { isIp4 } from "../../parsers/core/types.ts";
import { addressOf, broadcastOf, networkOf } from "../../parsers/interfaces/address.ts";
import { interfaces } from "../../parsers/interfaces/index.ts";
import { deviceOf, type Interfaces, type Stanza } from "../../parsers/interfaces/model.ts";
import { modelRule, type Report } from "../rule.ts";

export const broadcastNetwork = modelRule<Interfaces>({
  id: "interfaces/broadcast-network",
  severity: "warning",
  summary: "Broadcast and network must be those of the address and its netmask",
  daemon: "silent",
  format: interfaces,
  check({ stanzas }, report) {
    const example = stanzas.find((stanza) => addressOf(stanza)?.broadcast);
    for (const stanza of stanzas) checkStanza(stanza, example, report);
  },
});

function checkStanza(stanza: Stanza, example: Stanza | undefined, report: Report): void {
  const address = addressOf(stanza);
  if (!address || stanza.family !== "inet" || stanza.method !== "static") return;
  const { ip, prefix, broadcast, network } = address;
  if (prefix === undefined || prefix > 30) return;
  for (const [name, word, right] of [
    ["broadcast", broadcast, broadcastOf(ip, prefix)],
    ["network", network, networkOf(ip, prefix)],
  ] as const)
    if (word && isIp4(word.value) && word.value !== right)
      report(word.at, `${name} ${word.value} is not that of ${ip}/${prefix}, which is ${right}`, {
        fix: { title: `set it to ${right}`, safe: true, edits: [{ at: word.at, text: right }] },
      });
  if (broadcast || !example || deviceOf(stanza.name.value) === "lo") return;
  report(
    stanza.name.at,
    `${stanza.name.value} sets no broadcast, unlike ${example.name.value}: ifupdown works out ${broadcastOf(ip, prefix)}`,
    {
      severity: "info",
      related: [{ at: addressOf(example)!.broadcast!.at, message: `the one of ${example.name.value}` }],
    },
  );
}
