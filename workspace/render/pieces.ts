import { type Tag, tagsOf } from "../../parsers/core/templateTags.ts";
import { Unreadable } from "./tokens.ts";

/** A tag with the blanks that it takes away. */
export interface Mark {
  readonly tag: Tag;
  readonly from: number;
  readonly to: number;
  /** "{%", "{{", "{#", or "#" of Ansible's first line. */
  readonly sort: string;
  /** The word behind `{%`, and what follows it. */
  readonly word: string;
  readonly rest: string;
}

/** Text between tags, or a tag. */
export type Piece = { readonly from: number; readonly to: number } | Mark;
export const isMark = (piece: Piece): piece is Mark => "tag" in piece;

/** The text and the tags of a template, as Ansible's settings of Jinja take blanks away. Throws Unreadable. */
export function piecesOf(text: string): Piece[] {
  const header = /^#jinja2:([^\n]*)/.exec(text)?.[1] ?? "";
  if (/_string/.test(header)) throw new Unreadable("its first line changes how tags are written");
  const trims = !/trim_blocks\s*:\s*'?"?(?:false|no)/i.test(header.replace(/lstrip_blocks/g, ""));
  const strips = /lstrip_blocks\s*:\s*'?"?(?:true|yes)/i.test(header);
  const pieces: Piece[] = [];
  let at = 0;
  for (const tag of tagsOf(text, "jinja")) {
    const written = text.slice(tag.start, tag.end);
    const sort = written.startsWith("#") ? "#" : written.slice(0, 2);
    const isBlock = sort !== "{{";
    const before = tag.trimsBefore
      ? /[ \t\r\n]*$/
      : strips && isBlock && written[2] !== "+"
        ? /(?<=^|\n)[ \t]*$/
        : /$/;
    const from = Math.max(at, tag.start - (before.exec(text.slice(at, tag.start))?.[0].length ?? 0));
    const takesLine = sort === "#" || (isBlock && trims && !/\+[%#]\}$/.test(written));
    const after = tag.trimsAfter ? /^[ \t\r\n]*/ : takesLine ? /^(?:\r?\n)?/ : /^/;
    const to = tag.end + after.exec(text.slice(tag.end))![0].length;
    const code =
      sort === "#"
        ? ""
        : written
            .slice(2, -2)
            .replace(/^[-+]|[-+]$/g, "")
            .trim();
    const [, word = "", rest = ""] = sort === "{%" ? /^(\w*)\s*([\s\S]*)$/.exec(code)! : ["", "", code];
    if (from > at) pieces.push({ from: at, to: from });
    pieces.push({ tag, from, to, sort, word, rest });
    at = to;
  }
  if (at < text.length) pieces.push({ from: at, to: text.length });
  return pieces;
}
