import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { effectiveLines, ownLines } from "./effective.ts";
import { proxiesWith } from "./lookup.ts";
import { chainOf, isRunning, serves } from "./proxies.ts";

const hashes = /^(source|uri|url_param|hdr|rdp-cookie|hash|log-hash|sticky)$/;

export const hashOptionWithoutHash = modelRule({
  id: "haproxy/hash-option-without-hash",
  scope: "section",
  severity: "warning",
  summary: "Settings of the hash need a balance that hashes, and hash-balance-factor a consistent one",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of proxiesWith(model, "hash-type", "hash-balance-factor").filter(isRunning)) {
      if (!serves(proxy)) continue;
      const algorithm = chainOf(proxy).find(({ balance }) => balance)?.balance?.algorithm ?? "roundrobin";
      const hashed = hashes.test(algorithm);
      const type = effectiveLines(proxy, "hash-type").at(-1);
      const consistent = type?.args[0]?.value === "consistent" || type?.args[0]?.hole;
      for (const keyword of ["hash-type", "hash-balance-factor"]) {
        const line = ownLines(proxy, keyword).at(-1);
        if (line && !hashed && algorithm !== "random")
          report(line.keyword.at, `${keyword} does nothing with balance ${algorithm}, which does not hash`);
        else if (line && keyword === "hash-balance-factor" && hashed && !consistent)
          report(line.keyword.at, "hash-balance-factor does nothing without hash-type consistent");
      }
    }
  },
});
