import { memberRule } from "./member.ts";

export const loopbackOnly = memberRule({
  id: "galera/loopback-only",
  severity: "warning",
  summary: "A Galera node should serve clients beyond its own machine",
  daemon: "silent",
  check({ listening, effective }, report) {
    if (listening.off?.value)
      report(
        listening.off.statement.at,
        "skip_networking: clients and proxies on other machines do not reach this node",
      );
    const { addresses } = listening;
    if (listening.off?.value || addresses.length === 0 || effective.get("bind_address")?.value?.hole) return;
    if (addresses.every(({ value }) => /^(?:127\.|::1$|localhost$)/i.test(value)))
      report(
        addresses[0]!.word.at,
        `bind_address=${addresses[0]!.value}: clients and proxies on other machines do not reach this node`,
      );
  },
});
