import { memberRule } from "./member.ts";

export const doublewriteOff = memberRule({
  id: "galera/doublewrite-off",
  severity: "warning",
  summary: "A Galera node should keep innodb_doublewrite on",
  daemon: "silent",
  check({ effective }, report) {
    const option = effective.get("innodb_doublewrite");
    if (!option || option.value?.hole) return;
    const off = option.prefixes.includes("skip") || option.prefixes.includes("disable");
    if (!off && !/^(?:0|off|false)$/i.test(option.value?.value ?? "")) return;
    report(
      option.statement.at,
      "without doublewrite a page half written at a crash is lost: the node must then fetch the whole state again",
    );
  },
});
