import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Bind, Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { chainOf, listens, running } from "./proxies.ts";
import { tablesOf } from "./stick-tables.ts";

/** The frontends whose clients this proxy sees: itself, or those that switch to it. */
const frontsOf = (proxy: Proxy, model: Haproxy): readonly Proxy[] =>
  running(model).filter(
    (one) =>
      listens(one) &&
      (one === proxy ||
        chainOf(one).some(
          ({ defaultBackend, rules }) =>
            defaultBackend?.value === proxy.name?.value ||
            rules.some(
              ({ ruleset, args }) => ruleset === "use_backend" && args[0]?.value === proxy.name?.value,
            ),
        )),
  );

const isIp6 = ({ addresses }: Bind): boolean => addresses.some(({ kind }) => kind === "ip6");

export const stickTableDualStack = modelRule({
  id: "haproxy/stick-table-dual-stack",
  severity: "warning",
  summary: "A table of type ip holds no IPv6 client",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { name, table, proxy: owner } of tablesOf(model)) {
      if (table.type?.value !== "ip") continue;
      const users = running(model).filter((proxy) =>
        proxy.rules.some(({ ruleset, action, args }) => {
          if (!/^(track-sc\d*|)$/.test(action) || (action === "" && !/^stick (on|match)$/.test(ruleset)))
            return false;
          const at = args.findIndex(({ value }) => value === "table");
          return args[0]?.value === "src" && (at < 0 ? proxy === owner : args[at + 1]?.value === name);
        }),
      );
      const bind = users
        .flatMap((proxy) => frontsOf(proxy, model))
        .flatMap(({ binds }) => binds)
        .find(isIp6);
      if (!bind) continue;
      const { at } = table.type.word;
      report(
        at,
        `table ${name} of type ip does not hold the IPv6 clients of ${bind.word?.value}: they are not counted and not kept`,
        {
          related: [{ at: bind.word?.at ?? bind.statement.at, message: "takes IPv6 clients" }],
          fix: { title: "write ipv6, which holds both", safe: false, edits: [{ at, text: "ipv6" }] },
        },
      );
    }
  },
});
