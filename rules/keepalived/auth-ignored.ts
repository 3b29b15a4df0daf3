import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { familyAndVersion, isStrict, versionOf } from "./instance.ts";

export const authIgnored = modelRule({
  id: "keepalived/auth-ignored",
  severity: "error",
  summary: "authentication must stand with VRRP version 2 and without strict mode",
  daemon: "rejects",
  format: keepalived,
  check({ vrrpInstances, globals }, report, { targets }) {
    for (const instance of vrrpInstances) {
      const { authentication } = instance;
      const type = authentication?.type;
      if (!authentication || !type || !/^(PASS|AH)$/.test(type.value)) continue;
      const strict = isStrict(instance, globals, targets);
      const why = strict
        ? "strict mode has none"
        : versionOf(instance, globals, strict) === 3
          ? `VRRP version 3${familyAndVersion(instance).family === 6 ? ", which IPv6 uses," : ""} has none`
          : type.value === "AH" && familyAndVersion(instance).family === 6
            ? "AH works with IPv4 only"
            : undefined;
      if (!why) continue;
      const block = authentication.statement;
      report(block.keyword.at, `authentication is ignored: ${why}`, {
        ...(strict
          ? {}
          : { fix: { title: "delete the block", safe: true, edits: [{ at: block.at, text: "" }] } }),
      });
    }
  },
});
