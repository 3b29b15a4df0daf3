import type { Setting } from "../core/settings.ts";
import { cover } from "../core/source.ts";
import type { Statement, Word } from "../core/tree.ts";
import { expressionOf } from "./expression.ts";
import { innerOf } from "./inner.ts";
import type { Acl } from "./modelProxy.ts";

/** Flags that take the word after them (src/acl.c parse_acl_expr()). */
const withValue = new Set(["-f", "-m", "-u"]);

/** `acl NAME CRITERION FLAGS… PATTERNS…`. */
export function aclOf(statement: Statement): Acl {
  const [name, ...words] = statement.args;
  const setting: Setting<string> | undefined = name && { value: name.value, word: name, statement };
  return { ...testOf(words, statement), ...(setting ? { name: setting } : {}), at: statement.at };
}

/** The words between the braces of a condition. */
export function testOf(words: readonly Word[], statement: Statement): Acl {
  const [criterion, ...rest] = words;
  const flags: Word[] = [];
  const files: Word[] = [];
  let method: Word | undefined;
  let i = 0;
  for (; i < rest.length && rest[i]!.value.startsWith("-"); i++) {
    const flag = rest[i]!;
    flags.push(flag);
    const value = withValue.has(flag.value) ? rest[++i] : undefined;
    if (flag.value === "-m") method = value;
    if (flag.value === "-f" && value) files.push(value);
    if (flag.value === "--") {
      i++;
      break;
    }
  }
  return {
    ...(criterion ? { criterionWord: criterion } : {}),
    ...(criterion && !criterion.hole ? { criterion: expressionOf(innerOf(criterion)) } : {}),
    flags,
    ...(method ? { method } : {}),
    files,
    patterns: rest.slice(i),
    at: criterion ? cover(criterion.at, words.at(-1)!.at) : statement.at,
    statement,
  };
}
