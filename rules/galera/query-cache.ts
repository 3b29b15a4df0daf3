import { memberRule } from "./member.ts";

export const queryCache = memberRule({
  id: "galera/query-cache",
  severity: "info",
  summary: "A Galera node should leave the query cache alone",
  daemon: "silent",
  check({ effective }, report) {
    for (const name of ["query_cache_size", "query_cache_type"]) {
      const option = effective.get(name);
      if (!option?.value || option.value.hole) continue;
      const off = /^(?:0+[kmg]?|off)$/i.test(option.value.value);
      report(
        option.statement.keyword.at,
        off
          ? `the query cache is off by default in MariaDB since 10.1.7, and MySQL 8 does not start with ${option.written}`
          : `${option.written} ${option.value.value}: the cache is one lock for all sessions, which each replicated write takes; MySQL 8 does not start with it`,
      );
    }
  },
});
