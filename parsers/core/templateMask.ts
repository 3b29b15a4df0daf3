import { type Arm, type Region, regionsOf } from "./templateRegions.ts";
import { engineOf, type Tag, tagsOf } from "./templateTags.ts";

/** Stands for each character of which nothing is known; a letter to every lexer, in no word of any daemon. */
export const holeChar = "\ue000";

/** An arm that may be left out of the text or, of a loop, stand in it more than once. */
export interface Choice extends Arm {
  readonly region: Region;
  /** 0 for the first. */
  readonly arm: number;
  /** Its text opens more braces than it closes, or fewer. */
  readonly isUneven: boolean;
}

/** A template's text as the daemon's grammar may read it: of equal length, with the same line ends. */
export interface Mask {
  readonly text: string;
  /** Where holes stand. */
  readonly holes: readonly Arm[];
  /** What is blank in the mask and not in the text, in order: tags that give no text, and arms that cannot stand beside another. */
  readonly blanks: readonly Arm[];
  readonly choices: readonly Choice[];
}

const maybe = /\{\{|\{%|<%/;

/** undefined: no template. `isWhole` tells of a macro's body whether it can stand by itself. */
export function maskOf(path: string, text: string, isWhole: (body: string) => boolean): Mask | undefined {
  const engine = engineOf(path, maybe.test(text) ? text : "");
  const tags = engine ? tagsOf(text, engine) : [];
  if (tags.length === 0) return undefined;
  const sheet = sheetOf(text);
  for (const { start, end, role } of tags) fill(sheet, start, end, role === "value" ? holeChar : " ");
  const choices = regionsOf(tags).flatMap((region) => choicesOf(region, sheet, isWhole));
  const extended = tags.find((tag) => /^\{%[-+]?\s*extends\b/.test(text.slice(tag.start, tag.end)));
  if (extended) fill(sheet, 0, text.length, " ");
  for (const tag of tags) joinLines(sheet, tag);
  const masked = sheet.chars.join("");
  return {
    text: masked,
    holes: holesOf(masked),
    blanks: blanksOf(text, masked, tags),
    choices: extended ? [] : choices.filter(({ start, end }) => masked.slice(start, end).trim() !== ""),
  };
}

/** The mask with these arms left out. */
export const without = (text: string, arms: readonly Arm[]): string => {
  if (arms.length === 0) return text;
  const sheet = sheetOf(text);
  for (const { start, end } of arms) fill(sheet, start, end, " ");
  return sheet.chars.join("");
};

interface Sheet {
  readonly chars: string[];
}

const sheetOf = (text: string): Sheet => ({ chars: text.split("") });

const isBlank = (char: string | undefined): boolean =>
  char === undefined || char === " " || char === "\t" || char === "\r" || char === "\n";

function fill({ chars }: Sheet, start: number, end: number, by: string): void {
  for (let i = start; i < end; i++) if (chars[i] !== "\n" && chars[i] !== "\r") chars[i] = by;
}

/** Words become holes; blanks stay, and what ends statements, or begins or ends a block that goes beyond. */
function unknown(sheet: Sheet, start: number, end: number): void {
  const kept = net(written(sheet, start, end)) === 0 ? /;/ : /[{};]/;
  const { chars } = sheet;
  for (let i = start; i < end; i++) if (!isBlank(chars[i]) && !kept.test(chars[i]!)) chars[i] = holeChar;
}

const written = ({ chars }: Sheet, start: number, end: number): string => chars.slice(start, end).join("");

function lineStart({ chars }: Sheet, at: number): number {
  let start = at;
  while (start > 0 && chars[start - 1] !== "\n") start--;
  return start;
}

function lineEnd({ chars }: Sheet, at: number): number {
  let end = at;
  while (end < chars.length && chars[end] !== "\n") end++;
  return end;
}

const before = (sheet: Sheet, { start }: Tag): string => written(sheet, lineStart(sheet, start), start);
const after = (sheet: Sheet, { end }: Tag): string => written(sheet, end, lineEnd(sheet, end));

/** By how much braces opened exceed those closed. */
const net = (text: string): number => text.split("{").length - text.split("}").length;

function choicesOf(region: Region, sheet: Sheet, isWhole: (body: string) => boolean): Choice[] {
  const { sort, open, close, arms } = region;
  const bodies = arms.map(({ start, end }) => written(sheet, start, end));
  if (sort === "plain") return [];
  if (sort === "aside") {
    if (!isWhole(bodies.join(""))) fill(sheet, open.end, close.start, " ");
    return [];
  }
  const nets = bodies.map(net);
  const inOneLine = !written(sheet, open.start, close.end).includes("\n");
  if (inOneLine && !standsAlone(region, sheet) && !nets.some((n) => n !== 0)) {
    fillInline(region, sheet, bodies);
    return [];
  }
  if (!inOneLine || nets.some((n) => n !== 0)) partLines(region, sheet);
  if (arms.length > 1 && nets.some((n) => n !== 0)) {
    for (const { start, end } of arms.slice(1)) fill(sheet, start, end, " ");
    return [];
  }
  return arms.map((arm, i) => ({ ...arm, region, arm: i, isUneven: nets[i] !== 0 }));
}

/** `{% if x %}priority 100{% endif %}` as a line of its own. */
const standsAlone = ({ sort, open, close, arms }: Region, sheet: Sheet): boolean =>
  sort === "condition" &&
  arms.length === 1 &&
  !open.trimsBefore &&
  before(sheet, open).trim() === "" &&
  after(sheet, close).trim() === "";

/** A choice inside a line is one hole, apart from the words around it where all its arms are. */
function fillInline({ open, close }: Region, sheet: Sheet, bodies: readonly string[]): void {
  const some = bodies.filter((body) => body !== "");
  const first = bodies[0]!;
  const last = bodies.at(-1)!;
  const apart = some.length > 0 && some.every((body) => isBlank(body[0]));
  const ends = some.length > 0 && some.every((body) => isBlank(body.at(-1)));
  const from = apart ? open.end + (first.length - first.trimStart().length) : open.start;
  const kept = /[;\s]*$/.exec(some[0] ?? "")![0].includes(";");
  const to = ends ? close.start - (last.length - last.trimEnd().length) : close.end;
  fill(sheet, open.start, close.end, " ");
  fill(sheet, Math.min(from, close.start), Math.max(to, Math.min(from, close.start) + 1), holeChar);
  if (kept) sheet.chars[close.end - 1] = ";";
}

/** What follows a tag in its line belongs, as it may be, to what stands before the tag. */
function partLines({ open, between, close }: Region, sheet: Sheet): void {
  const text = before(sheet, open).trim();
  const dirty = text !== "" && !/[{};]$/.test(text);
  for (const tag of [open, ...between, close])
    if (dirty || (tag !== open && /[^\s{};]\s*$/.test(before(sheet, tag))))
      unknown(sheet, tag.end, lineEnd(sheet, tag.end));
}

/** A tag that takes a line end away joins two lines; what then belongs to the line before is not known. */
function joinLines(sheet: Sheet, tag: Tag): void {
  const led = before(sheet, tag).trim() !== "";
  const followed = after(sheet, tag).trim() !== "";
  const from = lineStart(sheet, tag.start);
  const joins = tag.trimsBefore && !led && sheet.chars.findIndex((char) => !isBlank(char)) < from;
  if (joins) unknown(sheet, tag.start, lineEnd(sheet, tag.end));
  if (!tag.trimsAfter || followed || !(led || joins || tag.role === "value")) return;
  let next = lineEnd(sheet, tag.end);
  while (next < sheet.chars.length && isBlank(sheet.chars[next])) next++;
  unknown(sheet, next, lineEnd(sheet, next));
}

/** Where the mask holds holes. */
function holesOf(masked: string): Arm[] {
  return [...masked.matchAll(new RegExp(`${holeChar}+`, "g"))].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }));
}

/** What of the text the mask leaves out: each tag by itself, and other text line by line. */
function blanksOf(text: string, masked: string, tags: readonly Tag[]): Arm[] {
  const found: Arm[] = [];
  const add = (start: number, end: number): void => {
    for (let from = start; from < end; from++) {
      if (isBlank(text[from]) || !isBlank(masked[from])) continue;
      let to = from;
      while (to < end && isBlank(masked[to])) to++;
      const left = text.slice(from, to).trimEnd().length;
      found.push({ start: from, end: from + left });
      from = to;
    }
  };
  let done = 0;
  const addLines = (until: number): void => {
    while (done < until) {
      const line = text.indexOf("\n", done);
      const end = line < 0 ? until : Math.min(line, until);
      add(done, end);
      done = end + 1;
    }
    done = until;
  };
  for (const { start, end } of tags) {
    addLines(start);
    add(start, end);
    done = end;
  }
  addLines(text.length);
  return found;
}
