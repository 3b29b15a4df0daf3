import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { globalLine } from "./effective.ts";

export const devlogWithChroot = modelRule({
  id: "haproxy/devlog-with-chroot",
  severity: "info",
  summary: "A log to /dev/log needs a socket inside the chroot",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const chroot = globalLine(model, "chroot")?.args[0];
    const log = model.global.logs.find(({ target }) => target?.value === "/dev/log");
    if (!chroot || !log?.target) return;
    report(
      log.target.at,
      `after a restart of syslog haproxy looks for /dev/log in ${chroot.value}: a socket must be there too`,
      {
        related: [{ at: chroot.at, message: "all that haproxy still sees" }],
      },
    );
  },
});
