import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { type Listener, listenersOf, meets } from "./listeners.ts";
import { titleOf } from "./proxies.ts";

/** In one proxy several sockets of one address are a way to spread load over threads. */
const isSharded = ({ bind }: Listener): boolean =>
  bind.options.some(({ name }) => /^(name|thread|process|shards|nbconn|id|crt|crt-list)$/.test(name));

export const duplicateBind = modelRule({
  id: "haproxy/duplicate-bind",
  severity: "error",
  summary: "Two binds must not share an address and port",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const seen = new Map<string, Listener[]>();
    for (const one of listenersOf(model)) {
      const same = seen.get(one.key) ?? [];
      seen.set(one.key, [...same, one]);
      const first = same.find(
        (other) =>
          meets(other, one) &&
          !exclusive(other.bind.statement, one.bind.statement) &&
          !exclusive(other.proxy.statement, one.proxy.statement) &&
          (other.proxy !== one.proxy || !(isSharded(other) || isSharded(one))),
      );
      if (!first) continue;
      const { at } = one.address;
      const what =
        first.proxy === one.proxy
          ? `${titleOf(one.proxy)} binds this address twice`
          : `${titleOf(first.proxy)} binds this address too: the kernel gives each connection to one of the two at random`;
      report(at, what, { related: [{ at: first.address.at, message: "the first one" }] });
    }
  },
});
