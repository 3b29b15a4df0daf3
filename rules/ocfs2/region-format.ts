import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { modelRule } from "../rule.ts";

export const regionFormat = modelRule({
  id: "ocfs2/region-format",
  format: ocfs2,
  severity: "error",
  summary: "A heartbeat region must be a UUID of 32 hexadecimal digits",
  daemon: "silent",
  check({ heartbeats }, report) {
    for (const { region } of heartbeats)
      if (region && !/^[0-9A-Fa-f]{32}$/.test(region.value))
        report(region.word.at, regionMessage(region.value));
  },
});

const regionMessage = (value: string): string =>
  /^[0-9A-Fa-f-]{36}$/.test(value)
    ? `region ${value} must be written without hyphens`
    : `region ${value} is not a UUID of 32 hexadecimal digits: no device has it`;
