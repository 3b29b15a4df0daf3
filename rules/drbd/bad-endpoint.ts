import { compareVersions } from "../../parsers/core/schema.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { documentRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

export const badEndpoint = documentRule({
  id: "drbd/bad-endpoint",
  severity: "error",
  summary: "The host of a connection must be a name, then address or port, then via proxy",
  daemon: "rejects",
  check(document, report, { targets }) {
    if (document.format.id !== "drbd") return;
    for (const { statement, def } of visitsOf(document)) {
      if (statement.keyword.value !== "host" || !def?.raw || statement.args.some(({ hole }) => hole))
        continue;
      const why = fault(statement, targets.drbd);
      if (why) report(statement.args[0]!.at, why);
    }
  },
});

/** drbdadm_parser.c parse_hname_address_pair. */
function fault({ args, block }: Statement, version: string | undefined): string | undefined {
  const via = args.findIndex(({ value, quote }) => value === "via" && !quote);
  const [name, kind, ...place] = args.slice(0, via < 0 ? args.length : via);
  const way = via < 0 ? [] : args.slice(via + 1);
  if (!name) return undefined;
  if (kind && kind.value !== "address" && kind.value !== "port")
    return `host ${name.value} is followed by ${kind.value}: address, port or via stands there`;
  if (kind?.value === "port" && (place.length !== 1 || !/^\d{1,8}$/.test(place[0]!.value)))
    return `host ${name.value} needs one number after port`;
  if (kind?.value === "address" && place.length === 0)
    return `host ${name.value} needs an address after address`;
  if (via < 0) return undefined;
  if (way[0]?.value === "outside-address")
    return version && compareVersions(version, "9.22.99") <= 0
      ? `drbd ${version} does not know outside-address`
      : undefined;
  return way[0]?.value === "proxy" && way[1]?.value === "on" && way.length > 2 && block
    ? undefined
    : `host ${name.value} needs proxy on HOST { } after via`;
}
