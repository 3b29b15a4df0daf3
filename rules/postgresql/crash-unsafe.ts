import { postgresql } from "../../parsers/postgresql/index.ts";
import { modelRule } from "../rule.ts";

const results: Readonly<Record<string, string>> = {
  fsync: "a crash of the machine may leave the database beyond repair",
  full_page_writes: "a page half written at a crash cannot be mended",
};

export const crashUnsafe = modelRule({
  id: "postgresql/crash-unsafe",
  format: postgresql,
  severity: "warning",
  summary: "A database of a cluster must survive the crash of its machine",
  daemon: "silent",
  check({ settings }, report) {
    for (const [name, result] of Object.entries(results)) {
      const setting = settings.get(name);
      if (setting && /^(?:of|off|f|fa|fal|fals|false|n|no|0)$/i.test(setting.value))
        report(setting.statement.at, `${name} is off: ${result}`);
    }
  },
});
