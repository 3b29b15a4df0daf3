import { brandOf } from "./machine.ts";
import { memberRule } from "./member.ts";

export const binlogFormat = memberRule({
  id: "galera/binlog-format",
  severity: "error",
  summary: "Galera needs binlog_format=ROW",
  daemon: "rejects",
  check(machine, report, targets) {
    const { effective, wsrep, whole } = machine;
    const { on } = wsrep;
    const daemon = on?.value ? "rejects" : "silent";
    const option = effective.get("binlog_format");
    if (option) {
      const { value } = option;
      if (!value || value.hole || /^(?:r|ro|row|2|)$/i.test(value.value)) return;
      if (!/^(?:m|s|mixed|statement|0|1)/i.test(value.value)) return;
      const result =
        daemon === "rejects"
          ? "with wsrep_on the server does not start"
          : "statements give other rows on other nodes";
      report(value.at, `binlog_format=${value.value}: Galera replicates rows only, ${result}`, {
        daemon,
        fix: { title: "set ROW", safe: false, edits: [{ at: value.at, text: "ROW" }] },
      });
    } else if (on?.value && whole && brandOf(machine, targets) !== "mysql")
      report(
        on.word.at,
        "binlog_format is set nowhere: MariaDB's default is MIXED, and with wsrep_on it does not start",
      );
  },
});
