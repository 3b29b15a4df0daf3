import schema from "../../schemas/haproxy-unit.json" with { type: "json" };
import { linesTree } from "../core/build.ts";
import type { Format } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { type Source, type Span, textOf } from "../core/source.ts";
import { tokenize } from "../core/tokens.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";
import { modelOf, type Unit } from "./model.ts";
import { unitLexer } from "./tokens.ts";

function parse(source: Source): Tree {
  const tree = linesTree(source, tokenize(unitLexer(), source));
  return { ...tree, statements: tree.statements.map(setting) };
}

/** `Key=value` as a keyword with one argument, the whole text behind the sign; a line without a sign is a keyword alone. */
function setting({ keyword: { at } }: Statement): Statement {
  const sign = textOf(at).indexOf("=");
  if (sign < 0) return { kind: "statement", keyword: wordAt(trimmed(at)), args: [], at };
  const key = trimmed({ ...at, end: at.start + sign });
  const value = trimmed({ ...at, start: at.start + sign + 1 });
  const args = value.start < value.end ? [wordAt(value)] : [];
  return { kind: "statement", keyword: wordAt(key), args, at };
}

const wordAt = (at: Span): Word => ({ kind: "word", value: textOf(at), at });

function trimmed(at: Span): Span {
  const text = textOf(at);
  const before = text.length - text.trimStart().length;
  return { ...at, start: at.start + before, end: at.start + Math.max(before, text.trimEnd().length) };
}

/** The unit that starts haproxy, and its drop-ins (systemd.unit(5)). */
export const haproxyUnit: Format<Unit> = {
  id: "haproxy-unit",
  title: "haproxy.service",
  files: ["/etc", "/usr/lib", "/lib"].flatMap((folder) => [
    `${folder}/systemd/system/haproxy.service`,
    `${folder}/systemd/system/haproxy.service.d/*.conf`,
  ]),
  names: ["haproxy.service"],
  schema: schemaOf(schema),
  parse,
  model: modelOf,
};
