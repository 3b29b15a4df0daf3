import { documentRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

export const diskForm = documentRule({
  id: "drbd/disk-form",
  severity: "error",
  summary: "A disk must be either a path or a block of options",
  daemon: "rejects",
  check(document, report) {
    if (document.format.id !== "drbd") return;
    for (const { statement, def } of visitsOf(document)) {
      const { keyword, args, block } = statement;
      if (keyword.value !== "disk" || def?.block !== "optional") continue;
      if (args.length > 0 && block)
        report(
          block.open,
          `disk ${args[0]!.value} must end in ; and take its options in a disk { } of its own`,
        );
      if (args.length === 0 && !block) report(keyword.at, "disk needs a path or a block of options");
    }
  },
});
