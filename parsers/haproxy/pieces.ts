import type { Piece } from "../core/format.ts";
import type { Tree } from "../core/tree.ts";
import type { Haproxy } from "./model.ts";
import { expressionsIn, isProxy } from "./modelOf.ts";
import type { Proxy } from "./modelProxy.ts";

/** The configuration with nothing but what every proxy may depend on: `global` and the `defaults`. */
const bare = (model: Haproxy): Haproxy => ({
  ...model,
  frontends: [],
  backends: [],
  listens: [],
  proxies: [],
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
});

/** Each proxy with what it depends on, and one piece of all other sections. */
export function piecesOf(tree: Tree, model: Haproxy): readonly Piece<Haproxy>[] {
  const shared = bare(model);
  const around = [model.global, ...model.defaults];
  const others = tree.statements.filter((statement) => !isProxy(statement));
  const of = (proxy: Proxy, kind: Proxy["kind"]): readonly Proxy[] => (proxy.kind === kind ? [proxy] : []);
  return [
    ...model.proxies.map(
      (proxy): Piece<Haproxy> => ({
        of: proxy,
        around,
        tree: () => part(tree, [proxy.statement]),
        model: () => ({
          ...shared,
          frontends: of(proxy, "frontend"),
          backends: of(proxy, "backend"),
          listens: of(proxy, "listen"),
          proxies: [proxy],
          expressions: expressionsIn(proxy),
          statements: [proxy.statement],
        }),
      }),
    ),
    {
      tree: () => part(tree, others),
      model: () => ({
        ...model,
        frontends: [],
        backends: [],
        listens: [],
        proxies: [],
        expressions: model.expressions.filter((one) => !("proxy" in one)),
        statements: others,
      }),
    },
  ];
}

const part = (tree: Tree, statements: Tree["statements"]): Tree => ({
  ...tree,
  statements,
  comments: [],
  mistakes: [],
});
