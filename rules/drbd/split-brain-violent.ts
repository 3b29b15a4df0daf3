import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { netOf } from "./levels.ts";

export const splitBrainViolent = modelRule({
  id: "drbd/split-brain-violent",
  severity: "error",
  summary: "A primary's data must not be replaced under its mounted file system",
  daemon: "silent",
  format: drbd,
  check({ resources }, report) {
    for (const resource of resources)
      for (const name of ["after-sb-1pri", "after-sb-2pri", "rr-conflict"])
        for (const { value, word } of netOf(resource, name))
          if (value.startsWith("violently"))
            report(
              word.at,
              `${name} ${value} replaces the data of a primary while it is in use: mounted file systems break`,
            );
  },
});
