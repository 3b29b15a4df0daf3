import { isIp4, isIp6 } from "../../parsers/core/types.ts";
import { bitsOf } from "../../parsers/interfaces/address.ts";
import { interfaces } from "../../parsers/interfaces/index.ts";
import type { Interfaces, Option } from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";

type Version = 4 | 6;

export const address = modelRule<Interfaces>({
  id: "interfaces/address",
  severity: "error",
  summary: "Addresses and netmasks must be ones that the kernel takes, of the stanza's family",
  daemon: "silent",
  format: interfaces,
  check({ stanzas }, report) {
    for (const { family, method, options } of stanzas) {
      if (method !== "static" || (family !== "inet" && family !== "inet6")) continue;
      for (const option of options) {
        const why = fault(option, family === "inet" ? 4 : 6);
        if (why) report(option.value!.at, `${option.name} ${option.value!.value} ${why}`);
      }
    }
  },
});

/** Why the option's value cannot be: the end of a sentence. */
function fault({ name, value }: Option, version: Version): string | undefined {
  if (!value || value.hole) return undefined;
  const first = /^\S*/.exec(value.value)![0];
  if (name === "address") return addressFault(first, version);
  if (name === "netmask") return maskFault(first, version);
  if (name === "gateway" || name === "pointopoint") return ipFault(first, version);
  if (name === "broadcast" || name === "network")
    return first === "+" || first === "-" || version === 6 ? undefined : ipFault(first, version);
  return undefined;
}

function addressFault(value: string, version: Version): string | undefined {
  const [ip = "", prefix] = value.split("/");
  return ipFault(ip, version) ?? (prefix === undefined ? undefined : maskFault(prefix, version));
}

function ipFault(ip: string, version: Version): string | undefined {
  if (version === 4 ? isIp4(ip) : isIp6(ip)) return undefined;
  if (version === 4 && isIp6(ip)) return "is an IPv6 address in an inet stanza";
  if (version === 6 && isIp4(ip)) return "is an IPv4 address in an inet6 stanza";
  return `is not an ${version === 4 ? "IPv4" : "IPv6"} address`;
}

function maskFault(mask: string, version: Version): string | undefined {
  if (bitsOf(mask, version) !== undefined || /^0x[fF]{0,8}0*$/.test(mask)) return undefined;
  if (/^\d+$/.test(mask)) return `has a prefix outside 0 to ${version === 4 ? 32 : 128}`;
  if (version === 4 && isIp4(mask)) return "is no netmask: its bits have gaps";
  return version === 4 ? "is no netmask" : "is no number of bits";
}
