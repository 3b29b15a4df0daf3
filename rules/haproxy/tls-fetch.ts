import type { Span } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { callsIn, fetchName } from "./calls.ts";
import { listens } from "./proxies.ts";
import { hasOption } from "./tests.ts";

/** How a frontend's binds do TLS: all of them, some, none; undefined where it has no bind or a variable hides it. */
export function tlsOf(proxy: Proxy): "all" | "some" | "none" | undefined {
  const { binds } = proxy;
  if (!listens(proxy) || binds.length === 0) return undefined;
  if (binds.some(({ statement }) => statement.branch || statement.args.slice(1).some(({ hole }) => hole)))
    return undefined;
  const count = binds.filter(
    (bind) => hasOption(bind, "ssl") || bind.addresses.some(({ family }) => family?.startsWith("quic")),
  ).length;
  return count === 0 ? "none" : count === binds.length ? "all" : "some";
}

/** The fetches of a proxy's own lines. */
export const fetchesIn = (
  proxy: Proxy,
): readonly { readonly name: string; readonly at: Span; readonly statement: Statement }[] =>
  proxy.expressions
    .flatMap(callsIn)
    .filter(({ converter }) => !converter)
    .map(({ call, place }) => ({ name: fetchName(call.name), at: call.at, statement: place.statement }));
