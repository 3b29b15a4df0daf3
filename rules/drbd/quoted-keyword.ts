import { documentRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

export const quotedKeyword = documentRule({
  id: "drbd/quoted-keyword",
  severity: "error",
  summary: "A keyword of drbd's grammar must stand without quotes",
  daemon: "rejects",
  check(document, report) {
    if (document.format.id !== "drbd") return;
    for (const { statement, place, def } of visitsOf(document)) {
      const { quote, value, at, hole } = statement.keyword;
      if (!quote || hole || !def || named.has(place)) continue;
      report(at, `${value} is a keyword without quotes only: drbd stops reading here`, {
        fix: { title: "remove the quotes", safe: true, edits: [{ at, text: value }] },
      });
    }
  },
});

/** Sections whose options drbdadm of DRBD 9 finds by their names, in quotes or not. */
const named = new Set([
  "net",
  "disk",
  "peer-disk",
  "backing",
  "options",
  "startup",
  "handlers",
  "syncer",
  "proxy",
  "plugin",
]);
