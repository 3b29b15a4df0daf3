import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { serversWith } from "./lookup.ts";
import { isChecked, isOn, isOpen, serverName } from "./servers.ts";

const ofChecks =
  /^(inter|fastinter|downinter|fall|rise|observe|error-limit|on-error|on-marked-down|on-marked-up|slowstart|check-.*)$/;
const ofAgents = /^agent-(inter|port|addr|send)$/;

export const checkOptionsWithoutCheck = modelRule({
  id: "haproxy/check-options-without-check",
  scope: "section",
  severity: "warning",
  summary: "Options of a health check need the check",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { server } of serversWith(model, ofChecks, ofAgents)) {
      if (isOpen(server)) continue;
      const own = (names: RegExp) => server.options.filter(({ name }) => names.test(name));
      const say = (missing: string, options: ReturnType<typeof own>): void => {
        const [first] = options;
        if (!first) return;
        const { value } = serverName(server);
        const names = options.map(({ name }) => name).join(", ");
        report(first.word.at, `${names} of server ${value} without ${missing}: the server is never asked`, {
          // Before the option: behind one whose value is missing it would be that value.
          fix: {
            title: `add ${missing}`,
            safe: false,
            edits: [{ at: first.word.at.with({ end: first.word.at.start }), text: `${missing} ` }],
          },
        });
      };
      if (!isChecked(server)) say("check", own(ofChecks));
      if (!isOn(server, "agent-check")) say("agent-check", own(ofAgents));
    }
  },
});
