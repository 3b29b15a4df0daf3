import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { rulesIn } from "./lookup.ts";
import { certain, isDisabled, isDynamic, proxiesNamed, takersOf } from "./proxies.ts";
import { argumentsOf, serverOptions, type Use } from "./uses.ts";

const known = new WeakMap<Proxy, ReadonlySet<string> | "unread">();

/** The names of a proxy's servers; undefined where a variable makes some of them. */
function serverNames(proxy: Proxy): ReadonlySet<string> | undefined {
  const names = known.get(proxy) ?? readNames(proxy) ?? "unread";
  known.set(proxy, names);
  return names === "unread" ? undefined : names;
}

function readNames({ servers, templates, statements }: Proxy): ReadonlySet<string> | undefined {
  const unread = statements.some(
    ({ keyword, args }) => /^server(-template)?$/.test(keyword.value) && (args[0]?.hole || args[1]?.hole),
  );
  if (unread) return undefined;
  const names = new Set(servers.map(({ name }) => name.value));
  for (const { prefix, first, last } of templates)
    for (let i = first; i <= last && i - first < 65536; i++) names.add(`${prefix.value}${i}`);
  return names;
}

export const undefinedServer = modelRule({
  id: "haproxy/undefined-server",
  severity: "error",
  summary: "A server that is chosen, tracked or asked must exist in its backend",
  byAbsence: true,
  daemon: "rejects",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole) return;
    const say = ({ at, by, statement }: Use, why: string): void =>
      report(at, `${by}: ${why}`, { daemon: certain(statement, "rejects") });
    const look = (use: Use): void => {
      const slash = use.name.indexOf("/");
      const server = use.name.slice(slash + 1);
      const backend = slash < 0 ? use.proxy!.name?.value : use.name.slice(0, slash);
      const proxies = slash < 0 ? [use.proxy!] : proxiesNamed(model).of(backend);
      if (proxies.length === 0) say(use, `there is no backend ${backend}`);
      else if (proxies.map(serverNames).every((names) => names && !names.has(server)))
        say(use, `backend ${backend} has no server ${server}`);
    };
    for (const { rule, proxy } of rulesIn(model, "use-server")) {
      if (proxy.kind === "defaults" || isDisabled(proxy)) continue;
      const [name] = rule.args;
      if (!name || name.hole || isDynamic(rule)) continue;
      if (serverNames(proxy)?.has(name.value) === false)
        say(
          { name: name.value, at: name.at, by: "use-server", statement: rule.statement },
          `${proxy.kind} ${proxy.name?.value ?? ""} has no server ${name.value}`,
        );
    }
    const asked = [...serverOptions(model, "track"), ...argumentsOf(model, "server")];
    for (const use of asked) {
      if (!use.proxy || takersOf(use.proxy, model).length === 0) continue;
      if (use.proxy.kind !== "defaults" || use.name.includes("/")) look(use);
      else if (use.by !== "track") say(use, `${use.name} in a defaults section needs its backend before it`);
    }
  },
});
