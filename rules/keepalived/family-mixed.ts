import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { familyAndVersion, familyOf, familyWords } from "./instance.ts";
import { inside, title } from "./statements.ts";

export const familyMixed = modelRule({
  id: "keepalived/family-mixed",
  severity: "error",
  summary: "All advertised and peer addresses of an instance must be of one family",
  daemon: "rejects",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const instance of vrrpInstances) {
      const { family, by } = familyAndVersion(instance);
      if (!by) continue;
      const related = [{ at: by.at, message: `this makes ${title(instance)} IPv${family}` }];
      for (const statement of inside(instance)) {
        const vip = statement.keyword.value === "virtual_ipaddress";
        for (const word of familyWords(statement)) {
          const other = word.hole ? undefined : familyOf(word.value);
          if (!other || other === family) continue;
          const instead = vip ? "; virtual_ipaddress_excluded takes both families" : "";
          report(word.at, `${word.value} is ignored: ${title(instance)} is IPv${family}${instead}`, {
            related,
          });
        }
        if (statement.keyword.value === "native_ipv6" && family === 4 && by.at.start < statement.at.start)
          report(statement.keyword.at, `native_ipv6 is ignored: ${title(instance)} has IPv4 addresses`, {
            related,
          });
      }
    }
  },
});
