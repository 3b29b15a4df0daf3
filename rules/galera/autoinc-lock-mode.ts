import { brandOf } from "./machine.ts";
import { memberRule } from "./member.ts";

const result = "an insert may wait for the lock of its table for ever";

export const autoincLockMode = memberRule({
  id: "galera/autoinc-lock-mode",
  severity: "error",
  summary: "Galera needs innodb_autoinc_lock_mode=2",
  daemon: "silent",
  check(machine, report, targets) {
    const option = machine.effective.get("innodb_autoinc_lock_mode");
    if (option) {
      const { value } = option;
      if (!value || value.hole || !/^(?:[01]|-\d+)$/.test(value.value)) return;
      report(value.at, `innodb_autoinc_lock_mode=${value.value}: Galera needs 2, ${result}`, {
        fix: { title: "set 2", safe: false, edits: [{ at: value.at, text: "2" }] },
      });
    } else if (machine.whole && brandOf(machine, targets) !== "mysql")
      report(
        machine.member!.at,
        `innodb_autoinc_lock_mode is set nowhere: MariaDB's default is 1, Galera needs 2, ${result}`,
      );
  },
});
