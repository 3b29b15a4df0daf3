import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";

export const firewallMark = modelRule({
  id: "ldirectord/firewall-mark",
  format: ldirectord,
  severity: "error",
  summary: "A virtual address must have a port, or its first number is taken for a firewall mark",
  daemon: "silent",
  check({ virtuals }, report) {
    for (const { mark, statement } of virtuals) {
      const [value] = statement.args;
      if (!mark || !value) continue;
      if (mark.value === 0 && value.value === mark.word.value)
        report(value.at, "a firewall mark is above 0: no packet has this one", { severity: "warning" });
      else if (value.value !== mark.word.value)
        report(
          value.at,
          `${value.value} has no port: ldirectord takes it for the firewall mark ${mark.value}`,
        );
    }
  },
});
