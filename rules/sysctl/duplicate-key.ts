import { effectiveSysctl, readingOrder } from "../../parsers/sysctl/effective.ts";
import { sysctl } from "../../parsers/sysctl/index.ts";
import { documentsOf } from "../cluster/model.ts";
import { nodeRule } from "../rule.ts";

export const duplicateKey = nodeRule({
  id: "sysctl/duplicate-key",
  severity: "warning",
  summary: "A key that is set to several values keeps the last one",
  daemon: "silent",
  check(node, report) {
    const files = readingOrder(documentsOf(node, sysctl));
    for (const { key, value, word, over } of effectiveSysctl(files).values())
      for (const earlier of over) {
        if (earlier.value === value || earlier.word.hole || isDistribution(earlier.word.at.source.path))
          continue;
        const by = where(earlier.word.at.source.path, word.at.source.path);
        report(earlier.statement.at, `${key} ${earlier.value} does not last: ${by} sets it to ${value}`, {
          related: [{ at: word.at, message: "this one lasts" }],
        });
      }
  },
});

/** To set a key anew is what these files are there for. */
const isDistribution = (path: string): boolean =>
  /(?:^|\/)(?:usr\/|usr\/local\/)?lib\/sysctl\.d\//.test(path);

const where = (from: string, to: string): string =>
  from === to ? "a line below" : to.slice(to.lastIndexOf("/") + 1);
