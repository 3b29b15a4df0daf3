import { addressOf, classBits, networkOf } from "../../parsers/interfaces/address.ts";
import { interfaces } from "../../parsers/interfaces/index.ts";
import { deviceOf, type Interfaces, optionNamed } from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";
import { optionMeant } from "./words.ts";

export const noNetmask = modelRule<Interfaces>({
  id: "interfaces/no-netmask",
  severity: "warning",
  summary: "A static IPv4 address needs a netmask: without one it gets the /8 or /16 of its old class",
  daemon: "silent",
  format: interfaces,
  check({ stanzas }, report) {
    for (const stanza of stanzas) {
      const address = addressOf(stanza);
      if (stanza.family !== "inet" || stanza.method !== "static" || !address) continue;
      const { ip, at, prefixAt } = address;
      if (prefixAt !== at || optionNamed(stanza, "pointopoint")) continue;
      if (stanza.options.some(({ name }) => optionMeant(name) === "netmask")) continue;
      const bits = classBits(ip);
      if (bits === 24) continue;
      const subnet = `${networkOf(ip, bits)}/${bits}`;
      const loopback = deviceOf(stanza.name.value) === "lo";
      if (loopback && ip.startsWith("127.")) continue;
      const result = loopback
        ? `: all of ${subnet} becomes local, so that nothing in it is reached any more`
        : `: ifupdown takes ${subnet}`;
      report(at, `${ip} has no netmask${result}`, {
        ...(loopback ? { severity: "error" as const } : {}),
        fix: {
          title: `write ${ip}/${loopback ? 32 : 24}`,
          safe: false,
          edits: [{ at: at.with({ start: at.end }), text: loopback ? "/32" : "/24" }],
        },
      });
    }
  },
});
