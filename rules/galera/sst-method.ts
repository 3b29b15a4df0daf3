import { compareVersions } from "../../parsers/core/schema.ts";
import { nearest } from "../schema/suggest.ts";
import { brandOf } from "./machine.ts";
import { memberRule } from "./member.ts";

/** Methods whose scripts come with a server. */
const shipped = [
  "rsync",
  "rsync_wan",
  "mysqldump",
  "mariabackup",
  "backup",
  "xtrabackup",
  "xtrabackup-v2",
  "clone",
  "skip",
];

export const sstMethod = memberRule({
  id: "galera/sst-method",
  severity: "error",
  summary: "wsrep_sst_method must be a method that every node has",
  daemon: "silent",
  check(machine, report, targets) {
    const method = machine.wsrep.sstMethod;
    if (!method) return;
    const { value, word } = method;
    const mariadb = brandOf(machine, targets) === "mariadb";
    if (!shipped.includes(value)) {
      const guess = nearest(value, shipped);
      const hint = guess ? `, did you mean ${guess}?` : "";
      report(
        word.at,
        `no script wsrep_sst_${value} comes with a server: a node that needs the whole state cannot join${hint}`,
        {
          severity: guess ? "error" : "warning",
          ...(guess
            ? { fix: { title: `replace with ${guess}`, safe: false, edits: [{ at: word.at, text: guess }] } }
            : {}),
        },
      );
    } else if (mariadb && /^(?:xtrabackup|clone)/.test(value)) {
      if (targets.mariadb && compareVersions(targets.mariadb, "10.3") < 0) return;
      report(word.at, `${value} is not for MariaDB: a node that needs the whole state cannot join`, {
        fix: { title: "use mariabackup", safe: false, edits: [{ at: word.at, text: "mariabackup" }] },
      });
    } else if (value === "mysqldump")
      report(
        word.at,
        "mysqldump blocks the node that gives the state and cannot serve one that starts empty: use a physical method",
        {
          severity: "warning",
        },
      );
  },
});
