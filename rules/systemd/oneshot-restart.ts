import { systemd } from "../../parsers/systemd/index.ts";
import { modelRule } from "../rule.ts";

export const oneshotRestart = modelRule({
  id: "systemd/oneshot-restart",
  format: systemd,
  severity: "error",
  summary: "A service of type oneshot must not restart when it has ended well",
  daemon: "rejects",
  check({ dropIn, type, restart }, report) {
    if (dropIn || type?.value !== "oneshot" || !/^(always|on-success)$/.test(restart?.value ?? "")) return;
    report(
      restart!.word.at,
      `Restart=${restart!.value}, which Type=oneshot may not have: systemd does not load the unit`,
      { related: [{ at: type.word.at, message: "the type" }] },
    );
  },
});
