import { type FormatSchema, keywordsOf, type Version } from "../core/schema.ts";
import { cover, type Span } from "../core/source.ts";
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

/** The families of a place by their first word. */
type Families = ReadonlyMap<string, Family>;

const known = new WeakMap<FormatSchema, Map<string, Families>>();

function familiesOf(schema: FormatSchema, place: string): Families {
  const places = known.get(schema) ?? new Map<string, Families>();
  known.set(schema, places);
  let families = places.get(place);
  if (!families) {
    const byFirst = new Map<string, string[]>();
    for (const keyword of Object.keys(keywordsOf(schema, place))) {
      const first = keyword.split(" ", 1)[0]!;
      if (first !== keyword) byFirst.set(first, [...(byFirst.get(first) ?? []), keyword]);
    }
    families = new Map([...byFirst].map(([first, keywords]) => [first, familyOf(keywords)]));
    places.set(place, families);
  }
  return families;
}

function familyOf(keywords: readonly string[]): Family {
  const words = keywords.map((keyword) => keyword.split(" "));
  return {
    keywords: new Set(keywords),
    longest: Math.max(...words.map(({ length }) => length)),
    pairs: new Set(words.filter(({ length }) => length > 2).map(([first, second]) => `${first} ${second}`)),
  };
}

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
  const root = keywordsOf(schema, schema.root);
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
    const opens = Object.hasOwn(root, first) ? root[first]!.opens : undefined;
    if (opens) {
      close();
      header = conditions.mark(line);
      continue;
    }
    const place = header ? root[header.keyword.value]!.opens! : schema.root;
    const statement = conditions.mark(merge(line, schema, place));
    (header ? body : statements).push(statement);
  }
  close();
  return { statements, mistakes: conditions.unclosed() };
}

function sectionOf(header: Statement, body: readonly Statement[]): Statement {
  const at = body.length > 0 ? cover(header.at, body.at(-1)!.at) : header.at;
  return { ...header, at, block: { kind: "block", open: header.at, statements: body, at } };
}

/** Joins the words that are one keyword (`option httplog`, `http-request deny`) and takes `no` and `default` off the front. */
function merge(line: Statement, schema: FormatSchema, place: string): Statement {
  const [first, second] = [line.keyword, line.args[0]];
  const keywords = keywordsOf(schema, place);
  if (
    second &&
    (first.value === "no" || (first.value === "default" && !Object.hasOwn(keywords, "default")))
  ) {
    const both = `${first.value} ${second.value}`;
    if (Object.hasOwn(keywords, both)) return joined(line, [first, ...line.args], 2);
    const rest = merge({ ...line, keyword: second, args: line.args.slice(1) }, schema, place);
    return { ...rest, prefix: first, at: line.at };
  }
  const family = familiesOf(schema, place).get(first.value);
  if (!family || !second) return line;
  const words = [first, ...line.args];
  for (let count = Math.min(family.longest, words.length); count >= 2; count--)
    if (family.keywords.has(nameOf(words, count))) return joined(line, words, count);
  if (Object.hasOwn(keywords, first.value)) return line;
  const depth = words[2] && family.pairs.has(`${first.value} ${second.value}`) ? 3 : 2;
  return joined(line, words, depth);
}

const beforeParenthesis = (word: string): string => {
  const at = word.indexOf("(");
  return at > 0 ? word.slice(0, at) : word;
};

/** The first `count` words as the schema writes them: the last without its parenthesis. */
function nameOf(words: readonly Word[], count: number): string {
  let name = words[0]!.value;
  for (let i = 1; i < count; i++)
    name += ` ${i === count - 1 ? beforeParenthesis(words[i]!.value) : words[i]!.value}`;
  return name;
}

/** The statement with its first `count` words as one keyword; `set-var(txn.x)` gives its parenthesis as the first argument. */
function joined(line: Statement, words: readonly Word[], count: number): Statement {
  const last = words[count - 1]!;
  const name = beforeParenthesis(last.value);
  const value = nameOf(words, count);
  const split = name.length < last.value.length && !last.quote;
  const end = split ? last.at.start + name.length : last.at.end;
  const at: Span = { ...words[0]!.at, end };
  const inner: Word[] = split
    ? [{ kind: "word", value: last.value.slice(name.length), at: { ...last.at, start: end } }]
    : [];
  const hole = words.slice(0, count).some((word) => word.hole) ? { hole: true as const } : {};
  const keyword: Word = { kind: "word", value, at, ...hole };
  return { ...line, keyword, args: [...inner, ...words.slice(count)] };
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
    return this.arms.some(({ out }) => out);
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

  unclosed(): Mistake[] {
    for (const line of this.open) this.fault(line, ".if is never closed by .endif");
    return this.mistakes;
  }

  private fault(line: Statement, message: string): void {
    this.mistakes.push({
      kind: "mistake",
      rule: "haproxy/unbalanced-condition",
      message,
      at: line.keyword.at,
    });
  }
}
