import { systemd } from "../../parsers/systemd/index.ts";
import { modelRule } from "../rule.ts";

export const unorderedNetwork = modelRule({
  id: "systemd/unordered-network",
  format: systemd,
  severity: "info",
  summary: "A unit that wants network-online.target must also start after it",
  daemon: "silent",
  check({ wants, requires, bindsTo, after, dropIn }, report) {
    if (dropIn) return;
    const network = [...wants, ...requires, ...bindsTo].find(
      ({ value }) => value === "network-online.target",
    );
    if (network && !after.some(({ value }) => value === network.value))
      report(
        network.word.at,
        `${network.statement.keyword.value} says nothing of order: without After=network-online.target the unit starts beside the network`,
      );
  },
});
