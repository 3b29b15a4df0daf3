import { span } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

const useful: ReadonlySet<string> = new Set([
  "vrrp_instance",
  "virtual_server",
  "bfd_instance",
  "static_ipaddress",
  "static_routes",
  "static_rules",
]);

export const configEmpty = modelRule({
  id: "keepalived/config-empty",
  severity: "warning",
  summary: "A configuration must give keepalived something to do",
  daemon: "silent",
  format: keepalived,
  check({ statements }, report, { document }) {
    if (!document.root || !document.whole) return;
    if (statements.some(({ keyword }) => keyword.hole || useful.has(keyword.value))) return;
    const { source } = document.tree;
    const at = statements[0]?.keyword.at ?? span(source, 0, Math.min(1, source.text.length));
    report(at, "no vrrp_instance, virtual_server or bfd_instance: keepalived runs and does nothing");
  },
});
