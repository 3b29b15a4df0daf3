import type { Block } from "../core/blocks.ts";
import type { Part, Piece, Pieces } from "../core/format.ts";
import { remembered } from "../core/remembered.ts";
import type { Statement, Tree } from "../core/tree.ts";
import type { Haproxy } from "./model.ts";
import type { Proxy } from "./modelProxy.ts";
import { othersOf, proxyBlocks } from "./sections.ts";

interface ProxyPiece extends Piece {
  readonly of: Proxy;
}

const inBlock = remembered(
  (block: Block<Proxy>): Block<ProxyPiece> => block.map((proxy) => ({ of: proxy, at: proxy.statement.at })),
);

/** Each proxy apart, which depends on `global` and the `defaults` alone; all other sections are the rest. */
export function piecesOf(tree: Tree, model: Haproxy): Pieces<Haproxy> {
  const shared = { ...model, ...nothing };
  const others = othersOf(tree.statements);
  return {
    blocks: proxyBlocks(model).map(inBlock),
    around: [model.global, ...model.defaults],
    only: (pieces) =>
      withProxies(
        tree,
        shared,
        (pieces as readonly ProxyPiece[]).map(({ of }) => of),
      ),
    rest: { tree: partOf(tree, others), model: { ...model, ...noProxies, statements: others } },
  };
}

const noProxies = { frontends: [], backends: [], listens: [], proxies: [] };

/** Of a configuration of which nothing but `global` and the `defaults` is left. */
const nothing = {
  ...noProxies,
  peers: [],
  resolvers: [],
  userlists: [],
  caches: [],
  rings: [],
  mailers: [],
  httpErrors: [],
  fcgiApps: [],
  logForwards: [],
  programs: [],
  crtStores: [],
  logProfiles: [],
  traces: [],
  acmes: [],
  healthchecks: [],
  namespaceLists: [],
  expressions: [],
  statements: [],
} satisfies Partial<Haproxy>;

function withProxies(tree: Tree, shared: Haproxy, proxies: readonly Proxy[]): Part<Haproxy> {
  const of = (kind: Proxy["kind"]): readonly Proxy[] => proxies.filter((proxy) => proxy.kind === kind);
  const statements = proxies.map(({ statement }) => statement);
  return {
    tree: partOf(tree, statements),
    model: {
      ...shared,
      frontends: of("frontend"),
      backends: of("backend"),
      listens: of("listen"),
      proxies,
      statements,
    },
  };
}

const partOf = (tree: Tree, statements: readonly Statement[]): Tree => ({
  ...tree,
  statements,
  comments: [],
  mistakes: [],
});
