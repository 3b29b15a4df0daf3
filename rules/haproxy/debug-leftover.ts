import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { removeLine } from "./edits.ts";

const settings: Readonly<Record<string, string>> = {
  noepoll: "connections are watched by a slower call",
  nopoll: "connections are watched by a slower call",
  nosplice: "data is copied once more",
  noreuseport: "two processes cannot share a port, so that a reload loses connections",
  "tune.fail-alloc": "memory is refused at random",
};

export const debugLeftover = modelRule({
  id: "haproxy/debug-leftover",
  severity: "info",
  summary: "Settings for the search of faults should not stay",
  daemon: "silent",
  format: haproxy,
  check({ global }, report) {
    for (const statement of global.statements) {
      const { value, at } = statement.keyword;
      if (Object.hasOwn(settings, value))
        report(at, `${value} is for the search of faults: ${settings[value]}`, {
          fix: { title: `delete ${value}`, safe: false, edits: [removeLine(statement)] },
        });
    }
  },
});
