import type { Word } from "../../parsers/core/tree.ts";
import { ipvsadmDefault } from "../../parsers/shellvars/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

const roles = ["none", "master", "backup", "both"];

export const defaultValue = modelRule({
  id: "ipvsadm/default-value",
  format: ipvsadmDefault,
  severity: "error",
  summary: "AUTO must be true or false, DAEMON none, master, backup or both",
  daemon: "silent",
  check(variables, report) {
    const replace = ({ at }: Word, text: string) => ({
      fix: { title: `replace with ${text}`, safe: false, edits: [{ at, text }] },
    });
    const auto = variables.get("AUTO")?.word;
    if (auto && auto.value !== "true" && /^(true|yes|on|y|t|1|enabled?)$/i.test(auto.value))
      report(
        auto.at,
        `AUTO ${auto.value} is not the word true: the init script does not load the rules`,
        replace(auto, '"true"'),
      );
    const daemon = variables.get("DAEMON")?.word;
    if (!daemon || roles.includes(daemon.value)) return;
    const guess = nearest(daemon.value, roles);
    report(
      daemon.at,
      `DAEMON ${daemon.value} is not none, master, backup or both: no synchronisation daemon is started`,
      guess ? replace(daemon, `"${guess}"`) : {},
    );
  },
});
