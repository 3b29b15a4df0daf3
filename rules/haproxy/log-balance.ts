import { haproxy } from "../../parsers/haproxy/index.ts";
import { entry, tables } from "../../parsers/haproxy/tables.ts";
import { modelRule } from "../rule.ts";
import { certain, chainOf, running, serves, titleOf } from "./proxies.ts";
import { suggestion } from "./suggestion.ts";

/** What a backend of mode log may balance by (src/backend.c). */
const ofLogs = /^(roundrobin|random|sticky|log-hash)$/;

export const logBalance = modelRule({
  id: "haproxy/log-balance",
  scope: "section",
  severity: "error",
  summary:
    "A log backend balances by roundrobin, random, sticky or log-hash, and log-hash is for log backends",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model).filter(serves)) {
      const balance = chainOf(proxy).find((one) => one.balance)?.balance;
      const { mode } = proxy;
      if (!balance || mode === undefined) continue;
      const { algorithm, statement, args } = balance;
      const logs = algorithm === "log-hash";
      const daemon = certain(statement, "rejects");
      if (mode === "log" && !ofLogs.test(algorithm)) {
        if (proxy.balance)
          report(
            statement.at,
            `balance ${algorithm} is not for mode log: it takes roundrobin, random, sticky and log-hash`,
            { daemon },
          );
      } else if (mode !== "log" && logs && proxy.balance)
        report(
          statement.at,
          `balance log-hash is for mode log: ${titleOf(proxy)} takes its servers in turn`,
          {
            severity: "warning",
            daemon: certain(statement, "warns"),
          },
        );
      const [first] = args;
      if (!logs || mode !== "log" || !first || first.hole || !proxy.balance) continue;
      const [name = ""] = /^[\w.]*/.exec(first.value) ?? [];
      if (name === "" || name.startsWith("lua.") || entry(tables.converters, name)) continue;
      const at = first.quote ? first.at : first.at.with({ end: first.at.start + name.length });
      report(at, `${name} is no converter: log-hash needs one, or several with commas between`, {
        daemon,
        ...suggestion(at, name, Object.keys(tables.converters)),
      });
    }
  },
});
