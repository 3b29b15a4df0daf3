import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Document } from "../rule.ts";
import { type Aged, experimentalIn, gathered } from "../schema/visits.ts";
import { inProxies } from "./inProxies.ts";
import { serversOf } from "./servers.ts";

/** The lines of `global` that let haproxy take what it calls experimental. */
export const exposing = gathered((visits) =>
  visits.filter(({ statement: { keyword } }) => keyword.value === "expose-experimental-directives"),
);

/** What stands there that haproxy calls experimental: keywords, values, and addresses of reversed connections. */
export const experimentalUses = (document: Document<Haproxy>): readonly Pick<Aged, "word" | "name">[] => [
  ...experimentalIn(document),
  ...reversed(document.model),
];

/** Addresses `rhttp@…` of binds and servers (src/tools.c str2sa_range()). */
const reversed = inProxies((proxy) => {
  const binds = proxy.binds.map(({ addresses, word }) => ({ addresses, word }));
  const servers = serversOf(proxy).map(({ address, addressWord: word }) => ({
    addresses: address ? [address] : [],
    word,
  }));
  return [...binds, ...servers].flatMap(({ addresses, word }) =>
    word && addresses.some(({ family }) => family === "rhttp") ? [{ word, name: "rhttp@" }] : [],
  );
});
