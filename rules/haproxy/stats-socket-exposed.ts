import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { isLocal, optionNamed } from "./binds.ts";

export const statsSocketExposed = modelRule({
  id: "haproxy/stats-socket-exposed",
  severity: "error",
  summary: "The command socket must not be open to everybody",
  daemon: "silent",
  format: haproxy,
  check({ global }, report) {
    for (const bind of global.sockets) {
      const level = optionNamed(bind, "level")?.args[0]?.value ?? "operator";
      const mode = optionNamed(bind, "mode")?.args[0];
      const address = bind.addresses.find((one) => !isLocal(one));
      const may =
        level === "admin" ? "stop servers and change their addresses" : `do what level ${level} allows`;
      if (address && bind.word && !bind.word.hole) {
        const severity = level === "admin" ? "error" : "warning";
        report(
          address.at,
          `${bind.word.value} takes commands from the net, and asks for no password: whoever reaches it may ${may}`,
          { severity },
        );
      }
      if (
        mode &&
        /^0?[0-7]{3}$/.test(mode.value) &&
        Number(mode.value.at(-1)) & 2 &&
        bind.addresses.some(({ kind }) => kind === "path")
      ) {
        const severity = level === "admin" ? "error" : "warning";
        report(mode.at, `mode ${mode.value} lets every user of the machine ${may}`, {
          severity,
          fix: { title: "write 660", safe: false, edits: [{ at: mode.at, text: "660" }] },
        });
      }
    }
  },
});
