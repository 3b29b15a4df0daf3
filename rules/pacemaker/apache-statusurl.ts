import { paramOf, paramSets, primitivesOf } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const apacheStatusurl = pacemakerRule({
  id: "pacemaker/apache-statusurl",
  severity: "info",
  summary: "An apache resource should say at which URL the monitor asks for the server's status",
  daemon: "silent",
  check(model, report) {
    for (const primitive of primitivesOf(model, "ocf:heartbeat:apache")) {
      const set = ["statusurl", "testurl", "testconffile", "client"].some((name) =>
        paramOf(model, primitive, name),
      );
      if (set || !paramSets(model, primitive) || !primitive.type) continue;
      report(
        primitive.type.at,
        `${primitive.id.value} sets no statusurl: the monitor asks the server-status page of mod_status on localhost and fails where that is off`,
      );
    }
  },
});
