import type { Verdict } from "../../parsers/core/schema.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import type { VrrpInstance } from "../../parsers/keepalived/model.ts";
import { modelRule } from "../rule.ts";
import { familyAndVersion, isStrict, owner, priorityOf, stateOf, versionOf } from "./instance.ts";
import { inside, within } from "./statements.ts";

export const strictConflict = modelRule({
  id: "keepalived/strict-conflict",
  severity: "warning",
  summary: "Strict mode must stand without settings that the RFC does not allow",
  daemon: "warns",
  format: keepalived,
  check({ vrrpInstances, globals }, report, { targets }) {
    for (const instance of vrrpInstances) {
      if (!isStrict(instance, globals, targets)) continue;
      const resets = versionOf(instance, globals, true) === 2 && priorityOf(instance) !== owner;
      const accept = resets && !instance.noAccept ? within(instance, "accept") : [];
      for (const statement of accept)
        report(statement.at, "accept is ignored in strict mode of VRRP version 2");
      for (const { statement, message, daemon } of conflicts(instance))
        report(statement.at, message, daemon === "rejects" ? { daemon, severity: "error" } : {});
    }
  },
});

interface Conflict {
  readonly statement: Statement;
  readonly message: string;
  readonly daemon?: Verdict;
}

/** What keepalived puts right itself in strict mode (vrrp.c, vrrp_complete_instance). */
function* conflicts(instance: VrrpInstance): Generator<Conflict> {
  const state = stateOf(instance);
  const priority = priorityOf(instance);
  const written = within(instance, "state").at(-1);
  if (written && priority !== undefined && (state === "MASTER") !== (priority === owner))
    yield {
      statement: written,
      message:
        state === "MASTER"
          ? `strict mode starts an instance of priority ${priority} as BACKUP: only the address owner (255) starts as MASTER`
          : "strict mode starts the address owner (255) as MASTER",
      daemon: "rejects",
    };
  const version = within(instance, "version").at(-1);
  if (
    version?.args[0]?.value === "2" &&
    familyAndVersion(instance).family === 6 &&
    familyAndVersion(instance).stated === 2
  )
    yield {
      statement: version,
      message: "version 2 is ignored in strict mode: IPv6 needs VRRP version 3",
      daemon: "rejects",
    };
  for (const statement of inside(instance)) {
    const { keyword, args } = statement;
    const value = args[0]?.value;
    if (args[0]?.hole) continue;
    if (refused[keyword.value]?.(value))
      yield { statement, message: `${keyword.value}${value ? ` ${value}` : ""} is ignored in strict mode` };
  }
}

const on = (value: string | undefined): boolean => value === undefined || /^(on|true|yes)$/.test(value);
const positive = (value: string | undefined): boolean => /^\+?0*[1-9]\d*$/.test(value ?? "");

const refused: Readonly<Record<string, (value: string | undefined) => boolean>> = {
  garp_lower_prio_repeat: positive,
  garp_lower_prio_delay: positive,
  lower_prio_no_advert: (value) => /^(off|false|no)$/.test(value ?? ""),
  higher_prio_send_advert: on,
  down_timer_adverts: (value) => positive(value) && Number(value) !== 3,
  vmac_xmit_base: () => true,
};
