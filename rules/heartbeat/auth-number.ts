import { authkeys } from "../../parsers/heartbeat/authkeys.ts";
import { modelRule } from "../rule.ts";

export const authNumber = modelRule({
  id: "heartbeat/auth-number",
  format: authkeys,
  severity: "error",
  summary: "auth must stand above the keys and name one of them",
  daemon: "rejects",
  check({ auth, keys }, report, { document }) {
    const { statements } = document.tree;
    if (keys.length === 0 || statements.some(({ keyword, args }) => keyword.hole || args[0]?.hole)) return;
    const line = statements.find(({ keyword }) => keyword.value === "auth");
    if (!line) {
      report(
        keys[0]!.statement.keyword.at,
        "no auth line says which key signs packets: heartbeat does not start",
      );
      return;
    }
    if (!auth) return;
    const named = keys.filter(({ number }) => number.value === auth.value);
    if (named.length === 0) report(auth.word.at, `there is no key ${auth.value}: heartbeat does not start`);
    else if (named.every(({ statement }) => statement.at.start < auth.statement.at.start))
      report(
        auth.statement.at,
        `auth ${auth.value} stands below its key, which was passed over by then: heartbeat does not start`,
        { related: [{ at: named[0]!.number.word.at, message: "the key" }] },
      );
  },
});
