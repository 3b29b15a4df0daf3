import schema from "../../schemas/sysctl.json" with { type: "json" };
import { linesTree } from "../core/build.ts";
import type { Format } from "../core/format.ts";
import type { FormatSchema } from "../core/schema.ts";
import { type Source, type Span, textOf } from "../core/source.ts";
import { templated } from "../core/templated.ts";
import { tokenize } from "../core/tokens.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";
import { modelOf, type Sysctl } from "./model.ts";
import { sysctlLexer } from "./tokens.ts";

function parse(source: Source): Tree {
  const tree = linesTree(source, tokenize(sysctlLexer(), source));
  return { ...tree, statements: tree.statements.map(setting) };
}

/** `key = value` as a keyword with one argument, the whole text behind the sign; the sign itself is no word. */
function setting({ keyword }: Statement): Statement {
  const line = trimmed(keyword.at);
  const text = textOf(line);
  const sign = text.indexOf("=");
  if (sign < 0) return { kind: "statement", keyword: wordAt(line), args: [], at: line };
  const key = trimmed(line.with({ end: line.start + sign }));
  const value = trimmed(line.with({ start: line.start + sign + 1 }));
  const args = value.start < value.end ? [wordAt(value)] : [];
  return { kind: "statement", keyword: wordAt(key), args, at: line };
}

const wordAt = (at: Span): Word => ({ kind: "word", value: textOf(at), at });

function trimmed(at: Span): Span {
  const text = textOf(at);
  const before = /^[ \t\x0b\x0c\r]*/.exec(text)![0].length;
  const kept = text.slice(before).replace(/[ \t\x0b\x0c\r]+$/, "").length;
  return at.with({ start: at.start + before, end: at.start + before + kept });
}

/** sysctl.conf(5) and sysctl.d(5): kernel settings at boot. */
export const sysctl: Format<Sysctl> = templated({
  id: "sysctl",
  title: "sysctl.conf",
  files: [
    "/etc/sysctl.conf",
    "/etc/sysctl.d/*.conf",
    "/run/sysctl.d/*.conf",
    "/usr/local/lib/sysctl.d/*.conf",
    "/usr/lib/sysctl.d/*.conf",
    "/lib/sysctl.d/*.conf",
  ],
  names: ["sysctl.conf"],
  schema: schema as unknown as FormatSchema,
  parse,
  model: modelOf,
});
