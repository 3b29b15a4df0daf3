import { grouped, remembered } from "../core/remembered.ts";
import { akin, type FormatSchema, keywordsOf, type Version } from "../core/schema.ts";
import { cover } from "../core/source.ts";
import type { Branch, Mistake, Statement, Word } from "../core/tree.ts";
import { decided } from "./directives.ts";

/** The keywords of several words that begin with one: "option httplog", "option tcplog" … */
interface Family {
  readonly keywords: ReadonlySet<string>;
  /** Words of the longest. */
  readonly longest: number;
  /** The first two words of those that have three or more. */
  readonly pairs: ReadonlySet<string>;
}

/** What one place and those akin to it know. */
interface Grammar {
  readonly keywords: ReadonlySet<string>;
  /** By their first word. */
  readonly families: ReadonlyMap<string, Family>;
}

const grammars = remembered((_schema: FormatSchema) => new Map<string, Grammar>());

function grammarOf(schema: FormatSchema, place: string): Grammar {
  const places = grammars(schema);
  const grammar = places.get(place) ?? readGrammar(schema, place);
  places.set(place, grammar);
  return grammar;
}

/** Words that only a kindred place knows are read as there: `stick on` in a frontend is the keyword that belongs in a backend. */
function readGrammar(schema: FormatSchema, place: string): Grammar {
  const kin = Object.keys(schema.places).filter((other) => other !== place && akin(schema, other, place));
  const keywords = new Set(Object.keys(keywordsOf(schema, place)));
  const firsts = new Set([...keywords].map(firstOf));
  const foreign = kin
    .flatMap((other) => Object.keys(keywordsOf(schema, other)))
    .filter((keyword) => !firsts.has(firstOf(keyword)));
  const known = new Set([...keywords, ...foreign]);
  const byFirst = grouped(
    [...known].filter((keyword) => keyword.includes(" ")),
    firstOf,
  );
  return {
    keywords: known,
    families: new Map([...byFirst].map(([first, names]) => [first, familyOf(names)])),
  };
}

const firstOf = (keyword: string): string => keyword.split(" ", 1)[0]!;

function familyOf(keywords: readonly string[]): Family {
  const words = keywords.map((keyword) => keyword.split(" "));
  return {
    keywords: new Set(keywords),
    longest: Math.max(...words.map(({ length }) => length)),
    pairs: new Set(words.filter(({ length }) => length > 2).map(([first, second]) => `${first} ${second}`)),
  };
}

/** The keywords that begin a section, and the place that each opens. */
export const headers = remembered(
  (schema: FormatSchema): ReadonlyMap<string, string> =>
    new Map(
      Object.entries(keywordsOf(schema, schema.root)).flatMap(([name, { opens }]) =>
        opens ? [[name, opens]] : [],
      ),
    ),
);

/**
 * Folds lines into sections: a line whose first word opens a place of the schema takes the lines up to the next such
 * line. Conditional directives stay statements of their own; the others carry the arm they stand in. With a release
 * given, the arms that it decides against are left out.
 */
export function foldSections(
  lines: readonly Statement[],
  schema: FormatSchema,
  version?: Version,
): { statements: Statement[]; mistakes: Mistake[] } {
  const openers = headers(schema);
  let grammar = grammarOf(schema, schema.root);
  const statements: Statement[] = [];
  const conditions = new Conditions(version);
  let header: Statement | undefined;
  let body: Statement[] = [];
  const close = (): void => {
    if (header) statements.push(sectionOf(header, body));
    header = undefined;
    body = [];
  };
  for (const line of lines) {
    const first = line.keyword.value;
    if (first.startsWith(".") && conditions.take(line)) {
      (header ? body : statements).push(conditions.mark(line));
      continue;
    }
    if (conditions.masked) continue;
    const opens = openers.get(first);
    if (opens !== undefined) {
      close();
      header = conditions.mark(line);
      grammar = grammarOf(schema, opens);
      continue;
    }
    const statement = conditions.mark(merge(line, grammar));
    (header ? body : statements).push(statement);
  }
  close();
  return { statements, mistakes: conditions.unclosed(lines.at(-1)) };
}

function sectionOf(header: Statement, body: readonly Statement[]): Statement {
  const at = body.length > 0 ? cover(header.at, body.at(-1)!.at) : header.at;
  return { ...header, at, block: { kind: "block", open: header.at, statements: body, at } };
}

/** Joins the words that are one keyword (`option httplog`, `http-request deny`) and takes `no` and `default` off the front. */
function merge(line: Statement, grammar: Grammar): Statement {
  const { keyword: first, args, at } = line;
  const [second] = args;
  if (!second) return line;
  const { keywords, families } = grammar;
  if (first.value === "no" || (first.value === "default" && !keywords.has("default"))) {
    if (keywords.has(`${first.value} ${second.value}`)) return joined(line, 2);
    return { ...merge({ ...line, keyword: second, args: args.slice(1) }, grammar), prefix: first, at };
  }
  const family = families.get(first.value);
  if (!family) return line;
  for (let count = Math.min(family.longest, args.length + 1); count >= 2; count--)
    if (family.keywords.has(nameOf(line, count))) return joined(line, count);
  if (keywords.has(first.value)) return line;
  return joined(line, args[1] && family.pairs.has(`${first.value} ${second.value}`) ? 3 : 2);
}

const beforeParenthesis = (word: string): string => {
  const at = word.indexOf("(");
  return at > 0 ? word.slice(0, at) : word;
};

/** The first `count` words as the schema writes them: the last without its parenthesis. */
function nameOf({ keyword, args }: Statement, count: number): string {
  let name = keyword.value;
  for (let i = 0; i < count - 2; i++) name += ` ${args[i]!.value}`;
  return `${name} ${beforeParenthesis(args[count - 2]!.value)}`;
}

/** The statement with its first `count` words as one keyword; `set-var(txn.x)` gives its parenthesis as the first argument. */
function joined(line: Statement, count: number): Statement {
  const { keyword: first, args } = line;
  const last = args[count - 2]!;
  const rest = args.slice(count - 1);
  const length = beforeParenthesis(last.value).length;
  const split = length < last.value.length && !last.quote;
  const end = split ? last.at.start + length : last.at.end;
  if (split)
    rest.unshift({ kind: "word", value: last.value.slice(length), at: last.at.with({ start: end }) });
  const hole = first.hole || args.slice(0, count - 1).some((word) => word.hole);
  const keyword: Word = {
    kind: "word",
    value: nameOf(line, count),
    at: first.at.with({ end }),
    ...(hole ? { hole: true } : {}),
  };
  return { ...line, keyword, args: rest };
}

/** Follows `.if … .endif`: which arm each line stands in. */
class Conditions {
  private current: Branch | undefined;
  /** For each open conditional: whether this arm is left out, and whether an earlier arm was certainly taken. */
  private readonly arms: { out: boolean; taken: boolean }[] = [];
  private readonly open: Statement[] = [];
  private readonly mistakes: Mistake[] = [];

  private readonly version: Version | undefined;

  constructor(version: Version | undefined) {
    this.version = version;
  }

  /** The current line stands in an arm that this release does not read. */
  get masked(): boolean {
    return this.arms.length > 0 && this.arms.some(({ out }) => out);
  }

  /** Without a release nothing is left out. */
  private enter(condition: string | undefined): void {
    const arm = this.arms.at(-1);
    if (!arm || !this.version) return;
    const holds = condition === undefined ? true : decided(condition, this.version);
    arm.out = arm.taken || holds === false;
    if (holds === true) arm.taken = true;
  }

  /** Whether the line is a conditional directive; changes the current arm. */
  take(line: Statement): boolean {
    const text = line.args.map(({ value }) => value).join(" ");
    const { current } = this;
    switch (line.keyword.value) {
      case ".if":
        this.current = {
          group: line.keyword.at,
          arm: 0,
          text: `if ${text}`,
          ...(current ? { outer: current } : {}),
        };
        this.open.push(line);
        this.arms.push({ out: false, taken: false });
        this.enter(text);
        return true;
      case ".elif":
      case ".else":
        if (current) {
          this.current = {
            ...current,
            arm: current.arm + 1,
            text: text ? `if ${text}` : `else of ${current.text}`,
          };
          this.enter(line.keyword.value === ".else" ? undefined : text);
        } else this.fault(line, `${line.keyword.value} without .if before it`);
        return true;
      case ".endif":
        if (current) {
          this.current = current.outer;
          this.open.pop();
          this.arms.pop();
        } else this.fault(line, ".endif without .if before it");
        return true;
      default:
        return [".diag", ".notice", ".warning", ".alert"].includes(line.keyword.value);
    }
  }

  mark(statement: Statement): Statement {
    return this.current ? { ...statement, branch: this.current } : statement;
  }

  /** All faults, when the last line has been read. */
  unclosed(last: Statement | undefined): Mistake[] {
    const end = last ? [{ at: last.keyword.at, message: "the last line is in it too" }] : [];
    for (const line of this.open) this.fault(line, ".if is never closed by .endif", line === last ? [] : end);
    return this.mistakes;
  }

  private fault(line: Statement, message: string, related: Mistake["related"] = []): void {
    this.mistakes.push({
      kind: "mistake",
      rule: "haproxy/unbalanced-condition",
      message,
      at: line.keyword.at,
      related,
    });
  }
}
