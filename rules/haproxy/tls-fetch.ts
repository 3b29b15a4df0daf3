import type { Span } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { fetchesNamed, fetchName } from "./calls.ts";
import { isRunning, listens } from "./proxies.ts";
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

/** The fetches of this name in running proxies whose binds do TLS so. */
export const fetchesWhere = (
  model: Haproxy,
  names: RegExp,
  tls: ReturnType<typeof tlsOf>,
): readonly {
  readonly name: string;
  readonly at: Span;
  readonly statement: Statement;
  readonly proxy: Proxy;
}[] =>
  fetchesNamed(model, names).flatMap(({ call, place: { proxy, statement } }) =>
    proxy && isRunning(proxy) && tlsOf(proxy) === tls
      ? [{ name: fetchName(call.name), at: call.at, statement, proxy }]
      : [],
  );
