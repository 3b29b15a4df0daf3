import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const emptyDnsLabel = modelRule({
  id: "lvs/empty-dns-label",
  severity: "error",
  summary: "The name of a DNS_CHECK must have no empty label",
  daemon: "rejects",
  format: keepalived,
  check({ virtualServers }, report) {
    const checkers = virtualServers.flatMap(({ realServers }) =>
      realServers.flatMap((server) => server.checkers),
    );
    for (const { kind, name } of checkers) {
      if (kind !== "DNS_CHECK" || !name) continue;
      const result = "keepalived ignores it and asks for the root";
      if (/^\..|\.\./.test(name.value))
        report(name.word.at, `name ${name.value} has an empty label: ${result}`);
      else if (/^[^.]\./.test(name.value))
        report(
          name.word.at,
          `name ${name.value} begins with a label of one letter, which counts as empty: ${result}`,
        );
    }
  },
});
