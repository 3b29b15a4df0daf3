import schema from "../../schemas/authkeys.json" with { type: "json" };
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { integer, type Setting, settingOf, text } from "../core/settings.ts";
import { templated } from "../core/templated.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";
import { heartbeatLines } from "./tokens.ts";

/** A line `number method key`. The key is a secret. */
export interface AuthKey {
  readonly number: Setting<number>;
  readonly method?: Setting<string>;
  readonly key?: Word;
  readonly statement: Statement;
}

export interface Authkeys {
  /** The keys' number in `auth`: what packets are signed with. */
  readonly auth?: Setting<number>;
  readonly keys: readonly AuthKey[];
  /** Lines that are neither. */
  readonly invalid: readonly Statement[];
}

function modelOf({ statements }: Tree): Authkeys {
  const auth = settingOf(
    statements.findLast(({ keyword }) => keyword.value === "auth"),
    0,
    integer,
  );
  const others = statements.filter(({ keyword }) => keyword.value !== "auth" && !keyword.hole);
  const keys = others.flatMap((statement): AuthKey[] => {
    const value = integer(statement.keyword);
    if (value === undefined) return [];
    const method = settingOf(statement, 0, text);
    const key = statement.args[1];
    const number = { value, word: statement.keyword, statement };
    return [{ number, statement, ...(method ? { method } : {}), ...(key ? { key } : {}) }];
  });
  return {
    ...(auth ? { auth } : {}),
    keys,
    invalid: others.filter(({ keyword }) => !/^[+-]?\d+$/.test(keyword.value)),
  };
}

/** /etc/ha.d/authkeys: what Heartbeat signs its packets with (heartbeat/auth.c, parse_authfile()). */
export const authkeys: Format<Authkeys> = templated({
  id: "authkeys",
  title: "authkeys",
  files: ["/etc/ha.d/authkeys", "/etc/heartbeat/authkeys"],
  names: ["authkeys"],
  looksLike: (head) => /^[ \t]*auth[ \t]+\d/m.test(head) || /^[ \t]*\d+[ \t]+(?:md5|sha1|crc)\b/m.test(head),
  schema: schemaOf(schema),
  parse: (source) => heartbeatLines(source, "authkeys"),
  model: modelOf,
});
