import { cover, linesOf, positionAt, type Source, type Span, span, textOf } from "../core/source.ts";
import type { Mistake, Statement, Word } from "../core/tree.ts";

/** o2cb names no line and reads nothing of a file with a syntax error (EIO, "Unknown code 251"). */
const refused = "o2cb refuses the whole file";

type Edit = NonNullable<Mistake["fix"]>["edits"][number];

const mistake = (
  rule: string,
  at: Span,
  message: string,
  more: Pick<Mistake, "related" | "fix"> = {},
): Mistake => ({
  kind: "mistake",
  rule: `ocfs2/${rule}`,
  message,
  at,
  ...more,
});

const fix = (title: string, ...edits: readonly Edit[]): Pick<Mistake, "fix"> => ({
  fix: { title, safe: true, edits },
});

/** What lies between two spans of one line. */
const between = (before: Span, after: Span): Span => span(before.source, before.end, after.start);

/** From the line's first column to the word. */
function indentOf(at: Span): Span {
  const { line } = positionAt(at.source, at.start);
  return span(at.source, linesOf(at.source)[line]!, at.start);
}

export const indentedComment = ({ at }: Statement): Mistake =>
  mistake("indented-comment", at, `# begins a comment in column 1 only: ${refused}`, {
    ...fix("move it to column 1", { at: indentOf(at), text: "" }),
  });

export const indentedHeader = ({ keyword, at }: Statement): Mistake =>
  mistake("indent", at, `${keyword.value}: must begin in column 1: ${refused}`, {
    ...fix("move it to column 1", { at: indentOf(at), text: "" }),
  });

const unindented = ({ keyword, at }: Statement): Mistake =>
  mistake("indent", keyword.at, `${keyword.value} must be indented by a blank or a tab: ${refused}`, {
    ...fix("indent it by a tab", { at: span(at.source, at.start, at.start), text: "\t" }),
  });

/** What is wrong with a header line in column 1: no colon, one that stands apart, or words after it. */
export function headerFaults({ keyword, args, at }: Statement): Mistake[] {
  const [colon, first] = args;
  const name = keyword.value;
  if (colon?.value !== ":") {
    const insert = { at: span(keyword.at.source, keyword.at.end, keyword.at.end), text: ":" };
    const rest = colon ? {} : fix("add the colon", insert);
    return [
      mistake("header-syntax", at, `${name} needs a colon right after it to open a stanza: ${refused}`, rest),
    ];
  }
  const faults: Mistake[] = [];
  if (colon.at.start !== keyword.at.end)
    faults.push(
      mistake(
        "header-syntax",
        cover(keyword.at, colon.at),
        `the colon must stand right after ${name}: ${refused}`,
        {
          ...fix("remove the blank", { at: between(keyword.at, colon.at), text: "" }),
        },
      ),
    );
  if (first) {
    const rest = cover(first.at, args.at(-1)!.at);
    const isComment = first.value.startsWith("#");
    const margin = span(keyword.at.source, keyword.at.start, keyword.at.start);
    const above = { at: margin, text: `${textOf(rest)}\n` };
    const gone = { at: between(colon.at, span(rest.source, rest.end, rest.end)), text: "" };
    faults.push(
      mistake("header-syntax", rest, `nothing may follow ${name}: on its line: ${refused}`, {
        ...(isComment ? fix("move the comment to a line of its own", above, gone) : {}),
      }),
    );
  }
  return faults;
}

/** What is wrong with a line of a stanza that should be `key = value`. */
export function attributeFaults(line: Statement, assigns: boolean, atMargin: boolean): Mistake[] {
  const { keyword, at } = line;
  const name = keyword.value;
  if (name.startsWith(";"))
    return [mistake("separator", at, `; begins no comment here, only # in column 1 does: ${refused}`)];
  if (!/^\w+$/.test(name) && !keyword.hole)
    return [mistake("separator", keyword.at, `${name} is no name of letters, digits and _: ${refused}`)];
  return [...(atMargin ? [unindented(line)] : []), ...(assigns ? [] : [separatorFault(line)])];
}

function separatorFault({ keyword, args, at }: Statement): Mistake {
  const name = keyword.value;
  const [first, second] = args;
  if (!first) return mistake("separator", keyword.at, `${name} has no = and value: ${refused}`);
  if (first.value === ":" && second)
    return mistake(
      "separator",
      first.at,
      `${name} and its value are separated by =, not by a colon: ${refused}`,
      {
        ...fix("replace the colon with =", { at: between(keyword.at, second.at), text: " = " }),
      },
    );
  if (/^[\w."']/.test(first.value) && !args.some(({ value }) => value === "="))
    return mistake("separator", cover(keyword.at, first.at), `${name} needs = before its value: ${refused}`, {
      ...fix("insert =", { at: between(keyword.at, first.at), text: " = " }),
    });
  return mistake("separator", at, `only = may stand between ${name} and its value: ${refused}`);
}

export function emptyLineInStanza(
  { at, keyword }: Statement,
  stanza: Word,
  emptyLines: readonly Span[],
): Mistake {
  const message = `the empty line above ends the stanza ${stanza.value}:, so ${keyword.value} belongs to none: ${refused}`;
  return mistake("blank-in-stanza", at, message, {
    related: [{ at: emptyLines[0]!, message: "this line ends the stanza" }],
    fix: {
      title: "delete the empty line",
      safe: true,
      edits: emptyLines.map((line) => ({ at: line, text: "" })),
    },
  });
}

export const attributeOutsideStanza = ({ at, keyword }: Statement): Mistake =>
  mistake(
    "attribute-outside-stanza",
    at,
    `${keyword.value} stands before any node: or cluster: line: ${refused}`,
  );

/** Characters that are no mistake of one line: the byte order mark, and CR where o2cb does not trim it. */
export function strayCharacters(
  source: Source,
  emptyLines: readonly Span[],
  lines: readonly Statement[],
): Mistake[] {
  const faults: Mistake[] = [];
  const { text } = source;
  if (text.startsWith("\uFEFF")) {
    const at = span(source, 0, 1);
    const message = `a byte order mark stands before the first line: ${refused}`;
    faults.push(mistake("stray-character", at, message, fix("remove it", { at, text: "" })));
  }
  const cr = firstHarmfulCr(text, emptyLines, lines);
  if (cr !== undefined) {
    const edits = [...text.matchAll(/\r(?=\n)/g)].map(({ index }) => ({
      at: span(source, index, index + 1),
      text: "",
    }));
    const message = `lines end in CR LF, which o2cb takes neither after a header nor on an empty line: ${refused}`;
    faults.push(
      mistake("stray-character", span(source, cr, cr + 1), message, fix("end the lines in LF", ...edits)),
    );
  }
  return faults;
}

/** A value's CR is trimmed and a comment's ignored; a header's or an empty line's is an error. */
function firstHarmfulCr(
  text: string,
  emptyLines: readonly Span[],
  lines: readonly Statement[],
): number | undefined {
  const empty = emptyLines.map(({ end }) => end - 2);
  const headers = lines
    .filter(({ args }) => args.every(({ value }) => value === ":"))
    .map(({ at }) => at.end);
  return [...empty, ...headers].filter((at) => text[at] === "\r").sort((a, b) => a - b)[0];
}
