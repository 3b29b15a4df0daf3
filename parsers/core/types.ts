import ipaddr from "ipaddr.js";
import type { TypeCheck } from "./format.ts";

/** The number that an IPv4 address is, 0 to 2³² − 1; undefined for what inet_pton does not take: four decimal parts without leading zeros. */
export function ip4Number(value: string): number | undefined {
  if (value.length > 15) return undefined;
  let number = 0;
  let part = -1;
  let dots = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code === 46) {
      if (part < 0 || ++dots > 3) return undefined;
      number = number * 256 + part;
      part = -1;
    } else if (code < 48 || code > 57 || part === 0) return undefined;
    else part = (part < 0 ? 0 : part * 10) + code - 48;
    if (part > 255) return undefined;
  }
  return dots === 3 && part >= 0 ? number * 256 + part : undefined;
}

/** The number that inet_aton(3) makes of it: one to four parts in any base, of which the last fills the rest; `24` is 0.0.0.24. */
export function looseIp4Number(value: string): number | undefined {
  const parts = value.split(".");
  const last = parts.length - 1;
  if (last > 3 || !parts.every((part) => /^(0x[\da-f]+|0[0-7]*|[1-9]\d*)$/i.test(part))) return undefined;
  const numbers = parts.map((part) => Number(part.replace(/^0(?=\d)/, "0o")));
  const fits = numbers.every((number, i) => number < 256 ** (i === last ? 4 - last : 1));
  return fits
    ? numbers.reduce((sum, number, i) => sum + number * (i === last ? 1 : 256 ** (3 - i)), 0)
    : undefined;
}

/** 32 bits as an IPv4 address. */
export const dotted = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");

/** Whether a mask is ones and then zeros, at least one of them a one. */
export const isSolidMask = (number: number): boolean =>
  number > 0 && Number.isInteger(Math.log2(2 ** 32 - number));

/** An address as the daemons' inet_pton takes it: IPv4 as above, or IPv6 without a zone. */
export const isIp4 = (value: string): boolean => ip4Number(value) !== undefined;
export const isIp6 = (value: string): boolean =>
  value.includes(":") && !value.includes("%") && ipaddr.IPv6.isValid(value);
export const isIp = (value: string): boolean => isIp4(value) || isIp6(value);

/** What inet_aton() takes: up to four numbers, the last of which fills the bytes that are left. */
export function isShortIp4(host: string): boolean {
  const parts = host.split(".");
  if (parts.length > 4 || parts.some((part) => part === "")) return false;
  const last = Number(parts.at(-1));
  return parts.slice(0, -1).every((part) => Number(part) < 256) && last < 256 ** (5 - parts.length);
}

/** Digits and dots that no resolver takes: neither an address, nor a name. */
export const isBrokenIp4 = (host: string): boolean =>
  /^\d[\d.]*$/.test(host) && host.includes(".") && !isShortIp4(host);

/** `address` or `address/prefix` with the prefix in the address's range. */
export function isCidr(value: string): boolean {
  const [address = "", prefix, ...more] = value.split("/");
  if (more.length > 0 || !isIp(address)) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIp4(address) ? 32 : 128));
}

const beyond = (value: number, min: number | undefined, max: number | undefined): boolean =>
  (min !== undefined && value < min) || (max !== undefined && value > max);

export const range = (min: number | undefined, max: number | undefined): string =>
  min === undefined ? `at most ${max}` : max === undefined ? `at least ${min}` : `${min} to ${max}`;

/** Why a number is none of these: "is outside 1 to 255", "is less than 1". */
export const outside = (min: number | undefined, max: number | undefined): string =>
  min === undefined
    ? `is more than ${max}`
    : max === undefined
      ? `is less than ${min}`
      : `is outside ${range(min, max)}`;

const inRange: TypeCheck = (value, { min, max }) =>
  beyond(Number(value), min, max) ? outside(min, max) : undefined;

const shaped =
  (test: (value: string) => boolean, what: string): TypeCheck =>
  (value) =>
    test(value) ? undefined : `is not ${what}`;

/** The types every format may name in its schema; a format's own come on top (`Format.types`). */
export const commonTypes: Readonly<Record<string, TypeCheck>> = {
  word: () => undefined,
  integer: (value, arg, word) =>
    /^[+-]?\d+$/.test(value) ? inRange(value, arg, word) : "is not a whole number",
  number: (value, arg, word) =>
    /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value) ? inRange(value, arg, word) : "is not a number",
  port: (value, arg, word) =>
    /^\d+$/.test(value) ? inRange(value, { min: 1, max: 65535, ...arg }, word) : "is not a port number",
  ip: shaped(isIp, "an IP address"),
  ip4: shaped(isIp4, "an IPv4 address"),
  ip6: shaped(isIp6, "an IPv6 address"),
  cidr: shaped(isCidr, "an address with an optional /prefix"),
  interface: shaped((value) => /^[^/\s]{1,15}$/.test(value), "an interface name of 1 to 15 characters"),
  path: shaped((value) => value.startsWith("/"), "an absolute path"),
};
