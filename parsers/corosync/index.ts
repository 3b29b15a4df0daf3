import { bracesTree } from "../core/build.ts";
import type { Format } from "../core/format.ts";
import { positionAt, type Source, span } from "../core/source.ts";
import { templated } from "../core/templated.ts";
import type { Mistake, Tree } from "../core/tree.ts";
import { mistakesOf } from "./mistakes.ts";
import { type Corosync, modelOf } from "./model.ts";
import { corosyncSchema } from "./schema.ts";
import { lex, readWord } from "./tokens.ts";
import { corosyncTypes } from "./types.ts";

function parse(source: Source): Tree {
  const lexed = lex(source);
  const tree = bracesTree(source, lexed, readWord);
  const mistakes = [...tree.mistakes.map(whereNoticed), ...mistakesOf(source, lexed, tree)];
  return { ...tree, mistakes };
}

/** corosync notices a missing brace at the end of the file only. */
function whereNoticed(mistake: Mistake): Mistake {
  const { source } = mistake.at;
  if (mistake.rule !== "syntax/missing-brace") return mistake;
  const end = source.text.trimEnd().length;
  const last = source.text.length - (source.text.endsWith("\n") ? 1 : 0);
  const at = span(source, Math.min(end, last), Math.max(end, last));
  if (positionAt(source, last).line === positionAt(source, mistake.at.start).line) return mistake;
  return {
    ...mistake,
    related: [{ at: at.with({ start: last, end: last }), message: "the file ends here" }],
  };
}

/** Sections that corosync alone has, by their header line. */
const header = /^[ \t]*(?:totem|nodelist|quorum|logging|uidgid)[ \t]*:?[ \t]*\{[ \t]*\r?$/gm;
const inside =
  /^[ \t]*(?:version|ring\d_addr|ringnumber|bindnetaddr|provider|cluster_name|crypto_cipher|secauth|transport|token|to_syslog|to_logfile|uid|gid)[ \t]*:/m;

/** corosync.conf, and the files of uidgid.d that corosync reads beside it. */
export const corosync: Format<Corosync> = templated({
  id: "corosync",
  title: "corosync.conf",
  files: ["/etc/corosync/corosync.conf", "/etc/corosync/uidgid.d/*"],
  names: ["corosync.conf", "corosync.conf.*"],
  ownNames: ["corosync.conf"],
  roots: ["/etc/corosync/corosync.conf"],
  looksLike: (head) => head.search(header) >= 0 && inside.test(head),
  schema: corosyncSchema,
  types: corosyncTypes,
  parse,
  model: modelOf,
});
