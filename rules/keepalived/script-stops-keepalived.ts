import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { commandsOf } from "./commands.ts";

const stops =
  /\b(?:systemctl\s+(?:stop|kill|restart)\s+keepalived|service\s+keepalived\s+(?:stop|restart)|init\.d\/keepalived\s+(?:stop|restart)|p?kill(?:all)?\b[^|;&]*\bkeepalived)\b/;

export const scriptStopsKeepalived = modelRule({
  id: "keepalived/script-stops-keepalived",
  severity: "warning",
  summary: "A script should report a failure by its exit status, not stop keepalived",
  daemon: "silent",
  format: keepalived,
  check(model, report) {
    for (const { command } of commandsOf(model)) {
      const found = /-0\b/.test(command.text) ? undefined : stops.exec(command.text)?.[0];
      if (found)
        report(
          command.word.at,
          `${found} ends keepalived, which nobody starts again when the service is back: an exit status of 1 is enough`,
        );
    }
  },
});
