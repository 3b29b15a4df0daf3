import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { has, headOf, isComplete, keyOf, sorrySetting, titleOf } from "./servers.ts";
import { servedBy } from "./services.ts";

export const sorryInhibitMismatch = modelRule({
  id: "lvs/sorry-inhibit-mismatch",
  severity: "error",
  summary: "A sorry_server that is a real_server too must have the same inhibit setting",
  daemon: "rejects",
  format: keepalived,
  check(model, report) {
    for (const { service } of servedBy(model)) {
      const { sorryServer } = service;
      const key = sorryServer?.ip && keyOf({ ip: sorryServer.ip, statement: sorryServer.statement });
      const same = key && membersOf(service).taken.find((server) => keyOf(server) === key);
      if (!sorryServer || !same || !isComplete(service) || !isComplete(same)) continue;
      const own = has(same, "inhibit_on_failure");
      if (own && !same.inhibitOnFailure) continue;
      const inhibited = own ? same.inhibitOnFailure!.value : has(service, "inhibit_on_failure");
      if (!!sorrySetting(service, "sorry_server_inhibit") === inhibited) continue;
      const [set, unset] = inhibited
        ? ["inhibit_on_failure", "sorry_server_inhibit"]
        : ["sorry_server_inhibit", "inhibit_on_failure"];
      report(
        headOf(sorryServer),
        `${titleOf(sorryServer)} is a real server too, with ${set} but without ${unset}: keepalived takes the real server's setting`,
        { related: [{ at: headOf(same), message: "the same server" }] },
      );
    }
  },
});
