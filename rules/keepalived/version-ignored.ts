import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { familyOf, familyWords } from "./instance.ts";
import { inside, title } from "./statements.ts";

export const versionIgnored = modelRule({
  id: "keepalived/version-ignored",
  severity: "error",
  summary: "The version of an instance must fit its addresses and be stated once",
  daemon: "rejects",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const instance of vrrpInstances) {
      let six = false;
      let decided = false;
      let stated: string | undefined;
      for (const statement of inside(instance)) {
        const first = familyWords(statement).find(({ hole, value }) => !hole && familyOf(value));
        if (first && !decided) {
          decided = true;
          six = familyOf(first.value) === 6;
        }
        const word = statement.keyword.value === "version" ? statement.args[0] : undefined;
        if (!word || !/^[23]$/.test(word.value)) continue;
        const why =
          six && word.value === "2"
            ? `${title(instance)} has IPv6 addresses, which need version 3`
            : stated && stated !== word.value
              ? `version ${stated} stands above`
              : undefined;
        if (why) report(word.at, `version ${word.value} is ignored: ${why}`);
        else stated = word.value;
      }
    }
  },
});
