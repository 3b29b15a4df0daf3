import { memberRule } from "./member.ts";
import { yes } from "./provider.ts";

const result = "at every start this node makes a new cluster of its own, apart from the others";

export const bootstrapInFile = memberRule({
  id: "galera/bootstrap-in-file",
  severity: "error",
  summary: "The order to begin a new cluster must not stand in a file",
  daemon: "silent",
  check({ effective, wsrep }, report) {
    const option = effective.get("wsrep_new_cluster");
    if (
      option &&
      option.prefixes.length === 0 &&
      !option.value?.hole &&
      !/^(?:off|false|0)$/i.test(option.value?.value ?? "")
    )
      report(option.statement.at, `wsrep_new_cluster: ${result}`, {
        fix: { title: "delete the line", safe: false, edits: [{ at: option.statement.at, text: "" }] },
      });
    for (const { key, value, at } of wsrep.providerOptions?.value ?? [])
      if (key.value === "pc.bootstrap" && value && yes(value.value))
        report(at, `pc.bootstrap=${value.value}: ${result}`);
  },
});
