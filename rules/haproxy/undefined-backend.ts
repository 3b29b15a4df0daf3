import { once } from "../../parsers/core/remembered.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { inProxies } from "./inProxies.ts";
import { certain, isDynamic, listens, proxiesNamed, serves, takersOf } from "./proxies.ts";
import { suggestion } from "./suggestion.ts";
import { argumentsOf, type Use } from "./uses.ts";

/** The backends that frontends switch to: `use_backend`, and the `default_backend` that counts. */
export const switchesOf = inProxies((proxy): readonly Use[] => {
  const rules = proxy.rules.flatMap((rule): Use[] => {
    const [name] = rule.args;
    if (rule.ruleset !== "use_backend" || !name || name.hole || isDynamic(rule)) return [];
    return [{ name: name.value, at: name.at, statement: rule.statement, proxy, by: "use_backend" }];
  });
  const { defaultBackend: named } = proxy;
  if (!named || named.word.hole) return rules;
  const { value: name, word, statement } = named;
  return [...rules, { name, at: word.at, statement, proxy, by: "default_backend" }];
});

export const undefinedBackend = modelRule({
  id: "haproxy/undefined-backend",
  severity: "error",
  summary: "A backend that is switched to or asked, and a frontend that is asked, must exist",
  byAbsence: true,
  daemon: "rejects",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole) return;
    const named = proxiesNamed(model);
    if (named.of(undefined).length > 0) return;
    const isBackend = (name: string | undefined): boolean => named.of(name).some(serves);
    const backends = once(() => [...named.keys()].flatMap((one) => (one && isBackend(one) ? [one] : [])));
    const say = ({ name, at, statement, by }: Use): void => {
      const why = named.of(name).some(listens) ? `${name} is a frontend` : `there is no backend ${name}`;
      report(at, `${by} ${name}: ${why}`, {
        daemon: certain(statement, "rejects"),
        ...suggestion(at, name, backends()),
      });
    };
    for (const use of switchesOf(model)) {
      if (isBackend(use.name)) continue;
      const takers = takersOf(use.proxy!, model).filter(
        (one) => listens(one) && (one === use.proxy || !one.defaultBackend),
      );
      if (takers.length > 0) say(use);
    }
    for (const use of argumentsOf(model, "backend"))
      if (use.proxy && takersOf(use.proxy, model).length > 0 && !isBackend(use.name)) say(use);
    for (const { name, at, statement, by, proxy } of argumentsOf(model, "frontend")) {
      if (!proxy || takersOf(proxy, model).length === 0 || named.of(name).some(listens)) continue;
      const why = isBackend(name) ? `${name} is a backend` : `there is no frontend ${name}`;
      report(at, `${by} ${name}: ${why}`, { daemon: certain(statement, "rejects") });
    }
  },
});
