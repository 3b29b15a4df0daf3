import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
} from "vscode-languageserver-types";
import { grouped, remembered } from "../../parsers/core/remembered.ts";
import { cover, type Span } from "../../parsers/core/source.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelsIn } from "../../rules/cluster/model.ts";
import { rulesIn } from "../../rules/haproxy/lookup.ts";
import { listens, serves, takersOf, titleOf } from "../../rules/haproxy/proxies.ts";
import { serverName, serversOf } from "../../rules/haproxy/servers.ts";
import { switchesOf } from "../../rules/haproxy/undefined-backend.ts";
import { type At, type Client, rangeOf } from "../client.ts";
import { covers, homes, homesOf, type View } from "../view.ts";

// What HAProxy does with a request, as calls: a frontend calls the backends that it switches to, a backend its servers.

/** A proxy, or one server of it. */
interface Part {
  readonly model: Haproxy;
  readonly proxy: Proxy;
  /** Absent for the proxy itself. */
  readonly server?: ReturnType<typeof serversOf>[number];
}

/** One part calls another in these places. */
interface Call {
  readonly from: Part;
  readonly to: Part;
  readonly at: Span;
}

export function prepareCallHierarchy(view: View, client: Client, at: At): CallHierarchyItem[] | undefined {
  for (const model of modelsIn(
    homesOf(view, at.source).map(({ document }) => document),
    haproxy,
  )) {
    const parts = partsAt(model, at);
    if (parts.length > 0) return parts.map((part) => itemOf(client, part));
  }
  return undefined;
}

export function incomingCalls(
  view: View,
  client: Client,
  item: CallHierarchyItem,
): CallHierarchyIncomingCall[] {
  const calls = partsOf(view, client, item).flatMap(callsTo);
  return [...grouped(calls, ({ from }) => nameWord(from))].map(([, of]) => ({
    from: itemOf(client, of[0]!.from),
    fromRanges: of.map((call) => rangeOf(client, call.at)),
  }));
}

export function outgoingCalls(
  view: View,
  client: Client,
  item: CallHierarchyItem,
): CallHierarchyOutgoingCall[] {
  const calls = partsOf(view, client, item).flatMap(callsFrom);
  return [...grouped(calls, ({ to }) => nameWord(to))].map(([, of]) => ({
    to: itemOf(client, of[0]!.to),
    fromRanges: of.map((call) => rangeOf(client, call.at)),
  }));
}

const nameWord = ({ proxy, server }: Part): Word =>
  (server ? serverName(server) : proxy.name)?.word ?? proxy.statement.keyword;

const inProxy = (model: Haproxy, proxy: Proxy): Part[] => [
  { model, proxy },
  ...serversOf(proxy).map((server) => ({ model, proxy, server })),
];

const named = (model: Haproxy): readonly Proxy[] =>
  model.proxies.filter(({ kind, name }) => kind !== "defaults" && name);

/** The part whose head or line the cursor is in, or the backends that the name under it means. */
function partsAt(model: Haproxy, { source, offset }: At): Part[] {
  const use = switchesOf(model).find(({ at }) => covers(at, source, offset));
  if (use) return backendsNamed(model, use.name).map((proxy) => ({ model, proxy }));
  for (const proxy of named(model)) {
    const { keyword, args, at } = proxy.statement;
    if (!covers(at, source, offset)) continue;
    if (covers(args.map((word) => word.at).reduce(cover, keyword.at), source, offset))
      return [{ model, proxy }];
    const server = serversOf(proxy).find(({ statement }) => covers(statement.at, source, offset));
    if (server) return [{ model, proxy, server }];
  }
  return [];
}

const byName = remembered((model: Haproxy) =>
  grouped(model.proxies.filter(serves), ({ name }) => name?.value),
);

const backendsNamed = (model: Haproxy, name: string): readonly Proxy[] => byName(model).get(name) ?? [];

/** The parts that an item, perhaps of an older state of the text, stands for. */
function partsOf(view: View, client: Client, item: CallHierarchyItem): Part[] {
  const found = modelsIn(
    homes(view).map(({ document }) => document),
    haproxy,
  ).flatMap((model) =>
    named(model)
      .flatMap((proxy) => inProxy(model, proxy))
      .filter(
        (part) => nameWord(part).value === item.name && client.uriOf(nameWord(part).at.source) === item.uri,
      ),
  );
  const { line, character } = item.selectionRange.start;
  const there = found.filter((part) => {
    const { start } = rangeOf(client, nameWord(part).at);
    return start.line === line && start.character === character;
  });
  return (there.length > 0 ? there : found).slice(0, 1);
}

/** Frontends to backends; a switch in `defaults` is made by those that inherit it. */
const switchCalls = (model: Haproxy, caller: Proxy | undefined, name: string | undefined): Call[] =>
  switchesOf(model)
    .filter((use) => name === undefined || use.name === name)
    .flatMap(({ name: target, at, proxy, by }) => {
      const callers = (proxy ? takersOf(proxy, model) : []).filter(
        (one) =>
          listens(one) &&
          (!caller || one === caller) &&
          (one === proxy || by !== "default_backend" || !one.defaultBackend),
      );
      return callers.flatMap((from) =>
        backendsNamed(model, target).map((to) => ({
          from: { model, proxy: from },
          to: { model, proxy: to },
          at,
        })),
      );
    });

/** A backend to its servers, where they stand and where a rule chooses one. */
function serverCalls({ model, proxy, server: only }: Part): Call[] {
  const chosen = rulesIn(model, "use-server").filter((placed) => placed.proxy === proxy);
  return serversOf(proxy)
    .filter((server) => !only || server === only)
    .flatMap((server) => {
      const to = { model, proxy, server };
      const rules = chosen.flatMap(({ rule: { args } }) =>
        args[0]?.value === nameWord(to).value ? [args[0].at] : [],
      );
      return [nameWord(to).at, ...rules].map((at) => ({ from: { model, proxy }, to, at }));
    });
}

const callsTo = (part: Part): Call[] =>
  part.server
    ? serverCalls(part)
    : serves(part.proxy)
      ? switchCalls(part.model, undefined, part.proxy.name?.value)
      : [];

const callsFrom = (part: Part): Call[] =>
  part.server ? [] : [...switchCalls(part.model, part.proxy, undefined), ...serverCalls(part)];

const kinds = {
  frontend: SymbolKind.Interface,
  listen: SymbolKind.Class,
  backend: SymbolKind.Class,
  defaults: SymbolKind.Namespace,
} as const;

function itemOf(client: Client, part: Part): CallHierarchyItem {
  const word = nameWord(part);
  const { statement } = part.server ?? part.proxy;
  return {
    name: word.value,
    kind: part.server ? SymbolKind.Object : kinds[part.proxy.kind],
    detail: part.server ? (part.server.addressWord?.value ?? titleOf(part.proxy)) : part.proxy.kind,
    uri: client.uriOf(word.at.source),
    range: rangeOf(client, statement.at),
    selectionRange: rangeOf(client, word.at),
  };
}
