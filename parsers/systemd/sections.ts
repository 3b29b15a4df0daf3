import { cover, type Source, type Span, span, textOf } from "../core/source.ts";
import { holeChar } from "../core/templateMask.ts";
import type { Mistake, Statement, Tree, Word } from "../core/tree.ts";
import { joined, unitLines } from "./tokens.ts";

/** `[Section]` with the settings below it as its block. A setting's value is one word; its own syntax is the model's matter. */
export function unitTree(source: Source): Tree {
  const { statements: lines, comments } = unitLines(source);
  const statements: Statement[] = [];
  const mistakes: Mistake[] = [];
  let section: { head: Statement; settings: Statement[] } | undefined;
  const close = (): void => {
    if (section) statements.push(sectionOf(section.head, section.settings));
  };
  for (const { at } of lines) {
    const line = trimmed(at);
    const text = textOf(line);
    if (text.startsWith("[")) {
      close();
      if (!text.endsWith("]"))
        mistakes.push(
          mistake(
            "section-header",
            line,
            `${text} has something else than ] at its end: systemd does not load the unit`,
            "rejects",
          ),
        );
      section = { head: headerOf(line), settings: [] };
      continue;
    }
    const setting = settingOf(source, line);
    if (!setting) {
      const key = text.startsWith("=") ? "no name before its =" : "no = behind its name";
      mistakes.push(mistake("setting-syntax", line, `this line has ${key}: systemd ignores it`, "warns"));
    } else if (section) section.settings.push(setting);
    else
      mistakes.push(
        mistake(
          "setting-syntax",
          line,
          `${setting.keyword.value} stands above the first section: systemd ignores it`,
          "warns",
        ),
      );
  }
  close();
  return { source, statements, comments, mistakes };
}

const mistake = (rule: string, at: Span, message: string, verdict: "rejects" | "warns"): Mistake => ({
  kind: "mistake",
  rule: `systemd/${rule}`,
  message,
  at,
  verdict,
});

function headerOf(line: Span): Statement {
  const name = textOf(line).replace(/^\[/, "").replace(/\].*$/s, "").replace(/\]$/, "");
  const at = line;
  const keyword: Word = { kind: "word", value: name, at };
  return { kind: "statement", keyword, args: [], at };
}

function sectionOf(head: Statement, settings: readonly Statement[]): Statement {
  const open = span(head.at.source, head.at.end, head.at.end);
  const at = settings.reduce((whole, setting) => cover(whole, setting.at), head.at);
  return { ...head, block: { kind: "block", open, statements: settings, at: cover(open, at) }, at };
}

function settingOf(source: Source, line: Span): Statement | undefined {
  const match = /^([^=]*?)[ \t]*=[ \t]*(.*)$/s.exec(textOf(line));
  if (!match || match[1] === "") return undefined;
  const keyword: Word = {
    kind: "word",
    value: match[1]!,
    at: line.with({ end: line.start + match[1]!.length }),
  };
  const value = match[2]!;
  if (value === "") return { kind: "statement", keyword, args: [], at: line };
  const at = span(source, line.end - value.length, line.end);
  const word: Word = { kind: "word", value: joined(value).trim(), at };
  return {
    kind: "statement",
    keyword,
    args: [value.includes(holeChar) ? { ...word, hole: true } : word],
    at: line,
  };
}

function trimmed(at: Span): Span {
  return at.with({ end: at.start + textOf(at).trimEnd().length });
}
