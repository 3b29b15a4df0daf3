import { isTemplated } from "../../parsers/core/template.ts";
import { galera } from "../../parsers/mycnf/index.ts";
import type { Option } from "../../parsers/mycnf/model.ts";
import { modelRule } from "../rule.ts";

/** Variables of which each setting adds to those before. */
const adding =
  /^(?:binlog_(?:do|ignore)_db|replicate_.*|plugin_load_add|early_plugin_load|performance_schema_instrument|ignore_db_dirs|ignore_db_dir)$/;

export const duplicateSetting = modelRule({
  id: "galera/duplicate-setting",
  format: galera,
  severity: "warning",
  summary: "A variable must not be set to two values in one file",
  daemon: "silent",
  check({ options }, report, { document }) {
    if (isTemplated(document.tree)) return;
    const before = new Map<string, Option>();
    for (const option of options) {
      const { name, known, statement } = option;
      if (!known || adding.test(name)) continue;
      const key = `${statement.at.source.path}\0${name}`;
      const first = before.get(key);
      before.set(key, option);
      if (!first || sameValue(first, option)) continue;
      report(first.statement.at, `${name} is set again below: this one does not count`, {
        related: [{ at: statement.at, message: "this one counts" }],
      });
    }
  },
});

const sameValue = (a: Option, b: Option): boolean =>
  a.value?.value === b.value?.value && a.prefixes.join() === b.prefixes.join();
