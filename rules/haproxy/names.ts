import type { Address } from "../../parsers/haproxy/address.ts";
import type { AnyServer } from "./servers.ts";

/** Its address is a host name that DNS has to know; the machine knows `localhost` itself. */
export const isNamed = ({ address, addressWord }: AnyServer): boolean =>
  address !== undefined &&
  !addressWord?.hole &&
  address.kind === "name" &&
  address.faults.length === 0 &&
  /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(address.host) &&
  !/^[\d.]+$/.test(address.host) &&
  address.host !== "localhost" &&
  (address.family === undefined || /^(ip|ipv4|ipv6|tcp[46]?|quic[46])$/.test(address.family));

/** The name of an SRV record, which brings the port too (src/server.c srv_prepare_for_resolution()). */
export const isSrv = ({ kind, host }: Address): boolean => kind === "name" && host.startsWith("_");
