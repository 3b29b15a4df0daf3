import { memberRule } from "./member.ts";

export const storageEngine = memberRule({
  id: "galera/storage-engine",
  severity: "error",
  summary: "The default storage engine of a Galera node must be InnoDB",
  daemon: "silent",
  check({ effective }, report) {
    for (const name of ["default_storage_engine", "enforce_storage_engine"]) {
      const value = effective.get(name)?.value;
      if (!value || value.hole || !/^(?:myisam|aria|memory|heap|csv|archive)$/i.test(value.value)) continue;
      report(
        value.at,
        `${name}=${value.value}: Galera replicates InnoDB only, what is written to such tables stays on this node`,
        {
          fix: { title: "set InnoDB", safe: false, edits: [{ at: value.at, text: "InnoDB" }] },
        },
      );
    }
  },
});
