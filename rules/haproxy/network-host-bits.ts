import { isIp4 } from "../../parsers/core/types.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { matchesOf } from "./matches.ts";

/** The network that an IPv4 address with a prefix length lies in, where the address is not its first. */
function networkOf(value: string): string | undefined {
  const [address = "", length = "", more] = value.split("/");
  if (more !== undefined || !isIp4(address) || !/^\d{1,2}$/.test(length) || Number(length) > 32)
    return undefined;
  const bits = address.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0);
  const size = 2 ** (32 - Number(length));
  const first = Math.floor(bits / size) * size;
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return first === bits ? undefined : `${bytes.join(".")}/${length}`;
}

export const networkHostBits = modelRule({
  id: "haproxy/network-host-bits",
  scope: "section",
  severity: "info",
  summary: "A network is written with its first address",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { method, patterns } of matchesOf(model)) {
      if (method !== "ip") continue;
      for (const { value, at, quote } of patterns) {
        const network = networkOf(value);
        if (network)
          report(at, `${value} means all of ${network}`, {
            ...(quote
              ? {}
              : { fix: { title: `write ${network}`, safe: true, edits: [{ at, text: network }] } }),
          });
      }
    }
  },
});
