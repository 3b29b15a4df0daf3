import type { Cookie, Option, Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { chainOf } from "./proxies.ts";
import type { AnyServer } from "./servers.ts";

/** The `cookie` line that counts in this proxy. */
export const cookieOf = (proxy: Proxy): Cookie | undefined =>
  chainOf(proxy)
    .map(({ cookie }) => cookie)
    .find((cookie) => cookie !== undefined);

export const cookieHas = (cookie: Cookie, ...names: readonly string[]): boolean =>
  cookie.options.some(({ name }) => names.includes(name));

/** The value by which a cookie names the server. */
export const serverCookie = ({ options, inherited }: AnyServer): Option | undefined =>
  [...inherited, ...options].findLast(({ name }) => name === "cookie");
