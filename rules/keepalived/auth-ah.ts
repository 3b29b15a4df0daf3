import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { familyAndVersion, isStrict, owner, priorityOf, stateOf, versionOf } from "./instance.ts";

export const authAh = modelRule({
  id: "keepalived/auth-ah",
  severity: "warning",
  summary: "auth_type AH should not be used",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances, globals }, report, { targets }) {
    for (const instance of vrrpInstances) {
      const { type, pass } = instance.authentication ?? {};
      if (type?.value !== "AH") continue;
      const strict = isStrict(instance, globals, targets);
      const counts =
        pass &&
        !strict &&
        versionOf(instance, globals, strict) === 2 &&
        familyAndVersion(instance).family === 4;
      const priority = priorityOf(instance);
      if (counts && stateOf(instance) === "MASTER" && priority !== undefined && priority !== owner)
        report(
          type.word.at,
          "auth_type AH makes the instance start as BACKUP: the sequence number of the others' adverts must be learnt first",
          {
            severity: "error",
            daemon: "rejects",
          },
        );
      else
        report(
          type.word.at,
          "auth_type AH is not recommended by its manual: RFC 3768 took it out of VRRP, and few routers speak it",
        );
    }
  },
});
