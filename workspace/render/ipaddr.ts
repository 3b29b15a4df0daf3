import ipaddr from "ipaddr.js";
import { type Args, isList, textOf, unknown, type Value } from "./values.ts";

type Family = "ipv4" | "ipv6";

interface Address {
  readonly ip: ipaddr.IPv4 | ipaddr.IPv6;
  readonly bits: number;
  /** It was written with its bits. */
  readonly long: boolean;
}

function addressOf(text: string): Address | undefined {
  const [ip = "", mask, ...more] = text.split("/");
  const isV4 = ipaddr.IPv4.isValidFourPartDecimal(ip);
  if (more.length > 0 || !(isV4 || (ip.includes(":") && ipaddr.IPv6.isValid(ip)))) return undefined;
  const most = isV4 ? 32 : 128;
  const given =
    mask === undefined
      ? most
      : /^\d{1,3}$/.test(mask)
        ? Number(mask)
        : isV4 && ipaddr.IPv4.isValidFourPartDecimal(mask)
          ? ipaddr.IPv4.parse(mask).prefixLengthFromSubnetMask()
          : null;
  if (given === null || given > most) return undefined;
  return { ip: ipaddr.parse(ip), bits: given, long: mask !== undefined };
}

/** The bytes with the bits behind the prefix set to one value. */
function ended({ ip, bits }: Address, bit: 0 | 1): string {
  const bytes = ip.toByteArray().map((byte, i) => {
    const host = 0xff >> Math.min(8, Math.max(0, bits - i * 8));
    return bit === 1 ? byte | host : byte & ~host & 0xff;
  });
  return ipaddr.fromByteArray(bytes).toString();
}

const netmask = ({ ip, bits }: Address): string =>
  (ip.kind() === "ipv4" ? ipaddr.IPv4 : ipaddr.IPv6).subnetMaskFromPrefixLength(bits).toString();

/** By what ansible.utils.ipaddr is asked for. */
const queries: ReadonlyMap<string, (address: Address) => Value> = new Map<
  string,
  (address: Address) => Value
>([
  ["address", ({ ip }) => ip.toString()],
  ["ip", ({ ip }) => ip.toString()],
  ["prefix", ({ bits }) => bits],
  ["netmask", netmask],
  ["network", (address) => ended(address, 0)],
  ["network_id", (address) => ended(address, 0)],
  ["broadcast", (address) => (address.ip.kind() === "ipv4" ? ended(address, 1) : unknown)],
  ["subnet", (address) => `${ended(address, 0)}/${address.bits}`],
  ["network/prefix", (address) => `${ended(address, 0)}/${address.bits}`],
  ["host/prefix", ({ ip, bits }) => `${ip.toString()}/${bits}`],
]);

function asked(input: Value, { list: [query] }: Args, family: Family | undefined): Value {
  if (isList(input)) {
    const found = input.map((one) =>
      asked(one, { list: query === undefined ? [] : [query], named: new Map() }, family),
    );
    return found.filter((one) => one !== false);
  }
  const text = textOf(input);
  if (text === undefined) return unknown;
  const address = addressOf(text);
  if (!address || (family && address.ip.kind() !== family)) return false;
  if (query === undefined || query === "") return text;
  return (
    (typeof query === "string" && queries.get(query)?.(address)) ||
    (query === "prefix" ? address.bits : unknown)
  );
}

/** ipaddr and its kin, each with the queries above; another query is not known. */
export const ipFilters: readonly (readonly [string, (input: Value, args: Args) => Value])[] = [
  ["ipaddr", (input, args) => asked(input, args, undefined)],
  ["ipv4", (input, args) => asked(input, args, "ipv4")],
  ["ipv6", (input, args) => asked(input, args, "ipv6")],
  [
    "ipwrap",
    (input) => (typeof input === "string" && addressOf(input)?.ip.kind() === "ipv6" ? `[${input}]` : input),
  ],
];
