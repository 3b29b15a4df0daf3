import { type Block, cutter, gatheredFrom, statementBlocks } from "../core/blocks.ts";
import { remembered } from "../core/remembered.ts";
import type { FormatSchema } from "../core/schema.ts";
import type { Statement } from "../core/tree.ts";
import type { Haproxy } from "./model.ts";
import { proxyOf } from "./modelOfProxy.ts";
import type { Expression, Proxy } from "./modelProxy.ts";

type Kind = Proxy["kind"];

const kinds: readonly Kind[] = ["defaults", "frontend", "backend", "listen"];

const kindOf = ({ keyword }: Statement): Kind | undefined => kinds.find((kind) => kind === keyword.value);

const others = gatheredFrom((statement: Statement) => (kindOf(statement) ? [] : [statement]));

/** The sections that are no frontend, backend or listen and no defaults of them, and what stands outside of any. */
export const othersOf = (statements: readonly Statement[]): readonly Statement[] =>
  others(statementBlocks(statements));

const cut = cutter<Proxy>();

/** The proxies in blocks: what is found in one is kept for as long as nothing of it changes. */
export const proxyBlocks = ({ proxies }: Pick<Haproxy, "proxies">): readonly Block<Proxy>[] => cut(proxies);

const ofKind = (kind: Kind) => gatheredFrom((proxy: Proxy) => (proxy.kind === kind ? [proxy] : []));
const kindLists = {
  defaults: ofKind("defaults"),
  frontends: ofKind("frontend"),
  backends: ofKind("backend"),
  listens: ofKind("listen"),
};

/** The proxies of each kind. */
export function byKind(proxies: readonly Proxy[]): Pick<Haproxy, keyof typeof kindLists> {
  const blocks = cut(proxies);
  const { defaults, frontends, backends, listens } = kindLists;
  return {
    defaults: defaults(blocks),
    frontends: frontends(blocks),
    backends: backends(blocks),
    listens: listens(blocks),
  };
}

/** Where this proxy reads samples, formats and ACLs. */
export const expressionsIn = remembered((proxy: Proxy): readonly Expression[] =>
  proxy.expressions.map((expression) => ({ ...expression, proxy })),
);

/** The `defaults` that a section finds before it. */
interface Before {
  last: Proxy | undefined;
  readonly named: Map<string, Proxy>;
}

/** A proxy without `from` inherits the last `defaults` before it; a `defaults` inherits only by `from`. */
export function proxiesOf(statements: readonly Statement[], schema: FormatSchema): Proxy[] {
  const before: Before = { last: undefined, named: new Map() };
  return statementBlocks(statements).flatMap((block) => proxiesIn(block, schema, before));
}

const kept = new WeakMap<
  Block<Statement>,
  { readonly proxies: readonly Proxy[]; readonly last: Proxy | undefined }
>();

/** The same proxies as long as they inherit nothing but a last `defaults` that is the same. */
function proxiesIn(block: Block<Statement>, schema: FormatSchema, before: Before): readonly Proxy[] {
  const { last } = before;
  const known = kept.get(block);
  if (known && known.last === last) return known.proxies;
  const proxies = block.flatMap((statement) => proxyAt(statement, schema, before) ?? []);
  if (proxies.every(({ kind, from }) => kind !== "defaults" && !from)) kept.set(block, { proxies, last });
  return proxies;
}

function proxyAt(statement: Statement, schema: FormatSchema, before: Before): Proxy | undefined {
  const kind = kindOf(statement);
  if (!kind) return undefined;
  const at = statement.args.findIndex(({ value }, i) => value === "from" && i <= 1);
  const from = at >= 0 ? statement.args[at + 1]?.value : undefined;
  const defaults =
    from !== undefined ? before.named.get(from) : kind === "defaults" ? undefined : before.last;
  const proxy = keptProxy(statement, kind, schema, defaults);
  if (kind !== "defaults") return proxy;
  before.last = proxy;
  if (proxy.name) before.named.set(proxy.name.value, proxy);
  return proxy;
}

const known = new WeakMap<Statement, Proxy>();

/** The same proxy as long as its lines and what it inherits are the same. */
function keptProxy(...[statement, kind, schema, defaults]: Parameters<typeof proxyOf>): Proxy {
  const before = known.get(statement);
  if (before && before.defaults === defaults) return before;
  const proxy = proxyOf(statement, kind, schema, defaults);
  known.set(statement, proxy);
  return proxy;
}
