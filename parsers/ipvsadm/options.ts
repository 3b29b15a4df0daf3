import type { ArgDef, KeywordDef } from "../core/schema.ts";
import type { Span } from "../core/source.ts";
import type { Word } from "../core/tree.ts";

export interface OptionValue {
  readonly text: string;
  readonly at: Span;
  /** A template's tag stands in it. */
  readonly hole: boolean;
}

/** An option of one line. `--weight=5`, `-w 5`, `-w5` and `-mw 5` give the same. */
export interface LineOption {
  /** By its short name where it has one: "-t", "--pe". */
  readonly name: string;
  /** As it is written, outside of a bundle: "--weight", "-w". */
  readonly written: string;
  readonly at: Span;
  readonly value?: OptionValue;
}

type Defs = Readonly<Record<string, KeywordDef>>;

const short: Readonly<Record<string, string>> = {
  "--add-service": "-A",
  "--edit-service": "-E",
  "--delete-service": "-D",
  "--add-server": "-a",
  "--edit-server": "-e",
  "--delete-server": "-d",
  "--clear": "-C",
  "--zero": "-Z",
  "--tcp-service": "-t",
  "--udp-service": "-u",
  "--fwmark-service": "-f",
  "--scheduler": "-s",
  "--persistent": "-p",
  "--netmask": "-M",
  "--sched-flags": "-b",
  "--real-server": "-r",
  "--gatewaying": "-g",
  "--ipip": "-i",
  "--masquerading": "-m",
  "--weight": "-w",
  "--u-threshold": "-x",
  "--l-threshold": "-y",
  "--ipv6": "-6",
  "--ops": "-o",
  "--numeric": "-n",
};
const shortOf = (name: string): string => (Object.hasOwn(short, name) ? short[name]! : name);

/** The words of a line as popt(3) reads them; one that is no option stands under its own text. */
export function optionsOf(words: readonly Word[], defs: Defs): LineOption[] {
  const options: LineOption[] = [];
  const left = words.filter(({ value }) => value !== "--");
  for (let i = 0; i < left.length; i++) {
    const pieces = piecesOf(left[i]!, defs);
    const last = pieces.pop()!;
    const arg = argOf(defs, last.written);
    const next = left[i + 1];
    const takesNext = arg && !last.value && next && !(arg.optional && next.value.startsWith("-"));
    options.push(...pieces, takesNext ? { ...last, value: valueOf(next) } : last);
    if (takesNext) i++;
  }
  return options;
}

/** What one value an option takes; those of --set are words of their own. */
function argOf(defs: Defs, name: string): ArgDef | undefined {
  const args = Object.hasOwn(defs, name) ? (defs[name]!.args ?? []) : [];
  return args.length === 1 ? args[0] : undefined;
}

/** The options that one word writes: letters may share a dash, and the last one's value may follow in the word. */
function piecesOf(word: Word, defs: Defs): LineOption[] {
  const { value: text, at } = word;
  const option = (name: string, on = at, glued?: string): LineOption => ({
    name: shortOf(name),
    written: name,
    at: on,
    ...(glued === undefined
      ? {}
      : { value: { text: glued, at: at.with({ start: at.end - glued.length }), hole: word.hole ?? false } }),
  });
  const [, long, glued] = /^(--[^=]+)=(.*)$/.exec(text) ?? [];
  if (long) return [argOf(defs, long) ? option(long, at, glued) : option(text)];
  if (!/^-[^-]/.test(text)) return [option(text)];
  const pieces: LineOption[] = [];
  for (let i = 1; i < text.length; i++) {
    const name = `-${text[i]}`;
    if (!Object.hasOwn(defs, name)) return pieces.length === 0 ? [option(text)] : [...pieces, option(name)];
    const rest = text.slice(i + 1).replace(/^=/, "");
    const takes = argOf(defs, name) !== undefined;
    const alone = pieces.length === 0 && (takes || rest === "");
    const on = alone ? at : at.with({ start: at.start + i, end: at.start + i + 1 });
    pieces.push(takes && rest !== "" ? option(name, on, rest) : option(name, on));
    if (takes) break;
  }
  return pieces;
}

/** A word as a value. */
export const valueOf = ({ value, at, hole }: Word): OptionValue => ({
  text: value,
  at,
  hole: hole ?? false,
});
