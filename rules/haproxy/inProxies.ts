import { type Block, gatheredFrom } from "../../parsers/core/blocks.ts";
import { addTo, type Groups, merged, remembered } from "../../parsers/core/remembered.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Expression, Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { expressionsIn, proxyBlocks } from "../../parsers/haproxy/sections.ts";

/**
 * What is found in each proxy, in the order of the text. It may hang on the proxy and on what it inherits, on nothing else:
 * an editor asks it only of those near an edit.
 */
export function inProxies<Found>(
  inOne: (proxy: Proxy) => readonly Found[],
): (model: Haproxy) => readonly Found[] {
  const gathered = gatheredFrom(inOne);
  return remembered((model) => gathered(proxyBlocks(model)));
}

/** What is found in each proxy by a name of it: `name` puts a value under one, the same value once in succession. */
export function byName<Name, Value>(
  inProxy: (proxy: Proxy, name: (name: Name, value: Value) => void) => void,
): (model: Haproxy) => Groups<Name, Value> {
  const inBlock = remembered((block: Block<Proxy>) => {
    const groups = new Map<Name, Value[]>();
    const name = (name: Name, value: Value): void => {
      if (groups.get(name)?.at(-1) !== value) addTo(groups, name, value);
    };
    for (const proxy of block) inProxy(proxy, name);
    return groups;
  });
  return remembered((model) => merged(proxyBlocks(model).map(inBlock)));
}

/** What is found in each place where a sample, a format or an ACL is read, those outside the proxies last. */
export function inExpressions<Found>(
  inPlace: (place: Expression) => readonly Found[],
): (model: Haproxy) => readonly Found[] {
  const inside = inProxies((proxy) => expressionsIn(proxy).flatMap(inPlace));
  return remembered((model) => [...inside(model), ...model.expressions.flatMap(inPlace)]);
}
