import { interfaces } from "../../parsers/interfaces/index.ts";
import type { Interfaces } from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";
import { rename } from "../schema/unknown-keyword.ts";
import { headerMeant } from "./words.ts";

export const misplacedOption = modelRule<Interfaces>({
  id: "interfaces/misplaced-option",
  severity: "error",
  summary: "An option must stand below an iface line",
  daemon: "rejects",
  format: interfaces,
  check({ misplaced }, report, { document }) {
    if (!document.root && !document.whole) return;
    for (const { keyword } of misplaced) {
      const guess = headerMeant(keyword.value);
      const message = guess
        ? `unknown word ${keyword.value} (did you mean ${guess}?): ifupdown refuses the file`
        : `${keyword.value} stands in no iface stanza: ifupdown refuses the file`;
      report(keyword.at, message, guess ? { fix: rename(keyword, guess) } : {});
    }
  },
});
