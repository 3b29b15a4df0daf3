import { cover } from "../../parsers/core/source.ts";
import { documentRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

export const metaDiskForm = documentRule({
  id: "drbd/meta-disk-form",
  severity: "error",
  summary: "meta-disk must have one value: internal, a device, or a device with an index",
  daemon: "rejects",
  check(document, report) {
    if (document.format.id !== "drbd") return;
    for (const { statement } of visitsOf(document)) {
      const { keyword, args } = statement;
      if (keyword.value !== "meta-disk" || args.some(({ hole }) => hole)) continue;
      const index = indexLength(args.slice(1).map(({ value }) => value));
      const extra = args.slice(1 + index);
      if (extra.length > 0)
        report(
          cover(extra[0]!.at, extra.at(-1)!.at),
          `meta-disk ${args[0]!.value} must end here in ;: drbd stops reading at ${extra[0]!.value}`,
        );
    }
  },
});

/** How many of these words are `[0]`, with blanks in it or not. */
function indexLength(words: readonly string[]): number {
  if (!words[0]?.startsWith("[")) return 0;
  const end = words.findIndex((word) => word.endsWith("]"));
  return end < 0 ? words.length : end + 1;
}
