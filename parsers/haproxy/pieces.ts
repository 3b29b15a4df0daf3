import type { Part, Pieces } from "../core/format.ts";
import type { Statement, Tree } from "../core/tree.ts";
import type { Haproxy } from "./model.ts";
import { expressionsIn, isProxy } from "./modelOf.ts";
import type { Proxy } from "./modelProxy.ts";

/** Each proxy apart, which depends on `global` and the `defaults` alone; all other sections are the rest. */
export function piecesOf(tree: Tree, model: Haproxy): Pieces<Haproxy> {
  const shared = { ...model, ...nothing };
  const others = tree.statements.filter((statement) => !isProxy(statement));
  return {
    sections: model.proxies.map((proxy) => ({ of: proxy, at: proxy.statement.at })),
    around: [model.global, ...model.defaults],
    only: (sections) =>
      withProxies(
        tree,
        shared,
        model.proxies.filter((proxy) => sections.has(proxy)),
      ),
    rest: {
      tree: partOf(tree, others),
      model: {
        ...model,
        ...noProxies,
        expressions: model.expressions.filter(({ proxy }) => proxy === undefined),
        statements: others,
      },
    },
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
      expressions: proxies.flatMap(expressionsIn),
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
