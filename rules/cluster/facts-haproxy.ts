import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Bind } from "../../parsers/haproxy/modelProxy.ts";
import { type Listener, listenersOf } from "../haproxy/listeners.ts";
import type { Document } from "../rule.ts";
import type { PortFact } from "./model.ts";

/** What the line listens on is not all in the file. */
export const isUnclear = ({ word, statement, addresses }: Bind): boolean =>
  !word ||
  word.hole === true ||
  statement.branch !== undefined ||
  addresses.some(({ kind }) => kind === "name" || kind === "fd");

/** Where haproxy surely listens: the addresses of running proxies outside `.if` arms, of files that it opens. */
export const haproxyListeners = (documents: readonly Document[]): readonly Listener[] =>
  documents
    .filter((document): document is Document<ReturnType<typeof haproxy.model>> => {
      return document.format.id === haproxy.id && document.root;
    })
    .flatMap(({ model }) => listenersOf(model))
    .filter(({ bind, proxy }) => !bind.statement.branch && !proxy.statement.branch);

/** The option moves the socket away from the addresses and ports of the machine itself. */
const elsewhere = ({ bind }: Listener): boolean => bind.options.some(({ name }) => name === "namespace");

/** The ports of `bind` lines; of a range the first only. */
export const listenFacts = (documents: readonly Document[]): PortFact[] =>
  haproxyListeners(documents).flatMap((listener): PortFact[] => {
    const { address, host, key } = listener;
    if (!address.port || elsewhere(listener)) return [];
    const protocol = key.startsWith("udp") ? "udp" : "tcp";
    const fact = { port: address.port.low, protocol, service: "HAProxy", at: address.at } as const;
    return [host === "*" || host === "::" ? fact : { ...fact, ip: host }];
  });
