import type { TypeCheck } from "../core/format.ts";
import { isCidr, isIp, isIp4, isIp6, looseIp4Number, outside } from "../core/types.ts";

/** keepalived drops what follows a - or a / in an address without a word. */
export const bareAddress = (value: string): string => value.split(value.includes("-") ? "-" : "/")[0]!;

const within: (pattern: RegExp, what: string) => TypeCheck = (pattern, what) => (value, arg) => {
  if (value !== "" && !pattern.test(value)) return `is not ${what}`;
  const { min, max } = arg;
  const number = Number(value);
  return (min !== undefined && number < min) || (max !== undefined && number > max)
    ? outside(min, max)
    : undefined;
};

const shaped =
  (test: (value: string) => boolean, what: string): TypeCheck =>
  (value) =>
    test(value) ? undefined : `is not ${what}`;

const isMulticast4 = (value: string): boolean =>
  isIp4(value) && Number(value.split(".")[0]) >= 224 && Number(value.split(".")[0]) < 240;
const isMulticast6 = (value: string): boolean => isIp6(value) && /^ff/i.test(value);

/** `10.0.0.4-8`, `10.0.0.4-10.0.0.8`, `10.0.0.0/24` or an address; `fwmark` begins another kind of entry. */
const isGroupAddress = (value: string): boolean => {
  const [first = "", last] = value.split("-");
  return (
    value === "fwmark" ||
    (isIp(bareAddress(first)) && (last === undefined || isIp(last) || /^[\da-f]+$/i.test(last)))
  );
};

/** An address with an optional prefix. The prefix after a slash without one is 0. */
export const isVip = (value: string): boolean => isCidr(value.replace(/\/$/, ""));

const scopes = new Set(["global", "nowhere", "host", "link", "site"]);

/** Octets of two digits, or of one before a blank; in a mask any digit may be x. */
const octets = /^[ \t]*(?:[\da-f]{2}[ \t]*|[\da-f](?: [ \t]*|$))+$/i;
const maskedOctets = /^[ \t]*(?:[\da-fx]{2}[ \t]*|[\da-fx](?: [ \t]*|$))+$/i;

const isMode = (value: string): boolean =>
  /^(0[0-7]*|0x[\da-f]+|[1-9]\d*)$/i.test(value) && Number(value.replace(/^0(?=\d)/, "0o")) <= 0o777;
const umaskBits = /^\|?(I[RWX](USR|GRP|OTH)(\||$))*$/;

/**
 * Types that only keepalived has. Its numbers are decimal, with leading zeros allowed; only `int` takes a minus sign, and
 * an empty word is 0.
 */
export const keepalivedTypes: Readonly<Record<string, TypeCheck>> = {
  uint: within(/^\+?\d+$/, "a whole number without sign"),
  int: within(/^[+-]?\d+$/, "a whole number"),
  decimal: within(/^\+?(\d+(\.\d{0,6})?|\.\d{1,6})$/, "a number with six decimals at most"),
  port: (value, arg, word) =>
    within(/^\+?\d+$/, "a port number")(value, { min: 1, max: 65535, ...arg }, word),
  bool: shaped((value) => /^(on|off|true|false|yes|no)$/.test(value), "on, off, true, false, yes or no"),
  address: shaped((value) => isIp(bareAddress(value)), "an IP address"),
  vip: shaped(isVip, "an address with an optional /prefix"),
  broadcast: shaped((value) => value === "+" || value === "-" || isIp4(value), "an IPv4 address, + or -"),
  scope: shaped(
    (value) => scopes.has(value) || (/^(0x[\da-f]+|\d+)$/i.test(value) && Number(value) <= 255),
    "global, site, link, host, nowhere or a number up to 255",
  ),
  multicast4: shaped(isMulticast4, "an IPv4 multicast address"),
  multicast6: shaped(isMulticast6, "an IPv6 multicast address"),
  multicast: shaped((value) => isMulticast4(value) || isMulticast6(value), "a multicast address"),
  netmask: shaped(
    (value) => looseIp4Number(value) !== undefined || /^\+?\d+$/.test(value),
    "a netmask or a prefix length of 1 to 128",
  ),
  thousandths: within(/^\+?(\d+(\.\d{0,3})?|\.\d{1,3})$/, "a number with three decimals at most"),
  interface: shaped((value) => value.length <= 15, "an interface name of at most 15 characters"),
  umask: shaped(
    (value) => (/^\d/.test(value) ? isMode(value) : umaskBits.test(value)),
    "an octal mask up to 0777, nor bits such as IWGRP|IROTH",
  ),
  init_file: shaped(
    (value) => value === "overwrite" || (/^-?\d+$/.test(value) && Math.abs(Number(value)) <= 254),
    "a number of -254 to 254, nor overwrite",
  ),
  group_address: shaped(isGroupAddress, "an address, a range or fwmark"),
  rx_policy: shaped((value) => /^(MTU|ADVERT|\+?\d*)$/.test(value), "MTU, ADVERT or a number of bytes"),
  hex: shaped((value) => octets.test(value), "a row of hexadecimal digits"),
  hex_mask: shaped((value) => maskedOctets.test(value), "a row of hexadecimal digits"),
  md5: shaped((value) => /^[\da-f]{32}$/i.test(value), "32 hexadecimal digits"),
  status_range: (value) => {
    const [low, high = low, ...more] = value.split("-");
    const known = [low, high].every(
      (code) => /^\d+$/.test(code!) && Number(code) >= 100 && Number(code) <= 599,
    );
    return known && more.length === 0 ? undefined : "is not a status code of 100 to 599";
  },
};
