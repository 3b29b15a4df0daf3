import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { netOf } from "./levels.ts";

/** What each value throws away. */
const discards: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "after-sb-0pri": {
    "discard-younger-primary": "what the node wrote that became primary last",
    "discard-older-primary": "what the node wrote that was primary first",
    "discard-least-changes": "what the node with fewer changes wrote",
    "discard-local": "what this node wrote",
    "discard-remote": "what the peer wrote",
  },
  "after-sb-1pri": { "discard-secondary": "what the secondary wrote while it was primary" },
};

export const splitBrainDiscard = modelRule({
  id: "drbd/split-brain-discard",
  severity: "warning",
  summary: "Data should not be thrown away by itself after a split brain",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const resource of resources) {
      for (const [name, values] of Object.entries(discards))
        for (const { value, word } of netOf(resource, name)) {
          const lost = Object.hasOwn(values, value) ? values[value] : undefined;
          if (lost) report(word.at, `${name} ${value} throws away ${lost}, without asking anybody`);
        }
      for (const { value, word } of netOf(resource, "always-asbp"))
        if (value === "yes")
          report(word.at, "always-asbp throws data away even where the nodes never had it in common");
    }
  },
});
