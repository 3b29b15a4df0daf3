import { createTokenInstance, type IToken, type TokenType } from "chevrotain";
import { Grammar } from "../core/grammar.ts";
import { cover, type Span } from "../core/source.ts";
import { createToken, validated } from "../core/tokens.ts";
import type { Word } from "../core/tree.ts";
import type { ConditionCstNode, SuiteCstNode, TermCstNode } from "./cst.d.ts";
import type { Fault } from "./inner.ts";

/** `acl-name` or `{ criterion flags patterns }`, perhaps negated. */
export interface Term {
  readonly negated: boolean;
  /** The name of an ACL; absent for an anonymous one. */
  readonly name?: Word;
  /** The words between the braces of an anonymous ACL. */
  readonly words?: readonly Word[];
  readonly at: Span;
}

/** ORed suites of ANDed terms (src/acl.c parse_acl_cond()). No suite, or an empty one, is never true. */
export interface Condition {
  /** `if` or `unless`. */
  readonly keyword: Word;
  readonly suites: readonly (readonly Term[])[];
  readonly at: Span;
  readonly faults: readonly Fault[];
}

const AclName = createToken({ name: "AclName", pattern: /[a-z]/ });
const Not = createToken({ name: "Not", pattern: /!/ });
const Or = createToken({ name: "Or", pattern: /\|/ });
const OpenAcl = createToken({ name: "OpenAcl", pattern: /\{/ });
const CloseAcl = createToken({ name: "CloseAcl", pattern: /\}/ });

/** Total over words: a missing brace or an empty suite is an ordinary node. */
export class ConditionParser extends Grammar {
  constructor() {
    super([AclName, Not, Or, OpenAcl, CloseAcl], { maxLookahead: 1, skipValidations: !validated });
    this.performSelfAnalysis();
  }

  readonly condition = this.RULE("condition", () => {
    this.SUBRULE(this.suite);
    this.MANY(() => {
      this.CONSUME(Or);
      this.SUBRULE2(this.suite);
    });
  });

  readonly suite = this.RULE("suite", () => {
    this.MANY(() => this.SUBRULE(this.term));
  });

  readonly term = this.RULE("term", () => {
    this.MANY(() => this.CONSUME(Not));
    this.OR([
      { ALT: () => this.CONSUME(AclName) },
      { ALT: () => this.CONSUME(CloseAcl) },
      {
        ALT: () => {
          this.CONSUME(OpenAcl);
          this.MANY2(() => this.CONSUME2(AclName));
          this.OPTION(() => this.CONSUME2(CloseAcl));
        },
      },
    ]);
  });
}

let parser: ConditionParser | undefined;

/** Reads the words after `if` or `unless`. Inside braces every word up to `}` is the criterion's, `!` and `||` too. */
export function conditionOf(keyword: Word, words: readonly Word[]): Condition {
  const plain = plainTerms(words);
  if (plain) return { keyword, suites: [plain], at: cover(keyword.at, words.at(-1)!.at), faults: [] };
  parser ??= new ConditionParser();
  const tokens = tokensOf(words);
  const loose = tokens.filter((_, i) => isLoose(tokens, i));
  parser.input = tokens.filter((token) => !loose.includes(token));
  const { children } = parser.condition() as ConditionCstNode;
  const faults: Fault[] = loose.map((token) => ({
    message: "a ! must stand before an ACL",
    at: wordOf(token).at,
  }));
  const suites = (children.suite ?? []).map((node) => suiteOf(node, faults));
  return { keyword, suites, at: cover(keyword.at, (words.at(-1) ?? keyword).at), faults };
}

/** Names and anonymous ACLs side by side, as most conditions are, without the cost of the grammar; undefined for others. */
function plainTerms(words: readonly Word[]): Term[] | undefined {
  const terms: Term[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.value === "{") {
      const close = words.findIndex(({ value }, at) => at > i && value === "}");
      if (close <= i + 1) return undefined;
      terms.push({ negated: false, words: words.slice(i + 1, close), at: cover(word.at, words[close]!.at) });
      i = close;
    } else if (isOperator(word.value)) return undefined;
    else terms.push({ negated: false, name: word, at: word.at });
  }
  return terms.length > 0 ? terms : undefined;
}

const isOperator = (value: string): boolean =>
  value === "" || value.startsWith("!") || value === "}" || value === "||" || value.toLowerCase() === "or";

/** Chevrotain tokens made of words; leading `!` of a name are tokens of their own. */
function tokensOf(words: readonly Word[]): IToken[] {
  const tokens: IToken[] = [];
  let inside = false;
  const put = (type: TokenType, word: Word): void => {
    const token = createTokenInstance(type, word.value, word.at.start, word.at.end - 1, 0, 0, 0, 0);
    token.payload = word;
    tokens.push(token);
  };
  for (const word of words) {
    const plain = word.value.replace(/^!+/, "");
    if (inside) {
      put(word.value === "}" ? CloseAcl : AclName, word);
      inside = word.value !== "}";
      continue;
    }
    for (let i = plain.length; i < word.value.length; i++) put(Not, word);
    if (plain === "{") {
      put(OpenAcl, word);
      inside = true;
    } else if (plain === "}") put(CloseAcl, word);
    else if (plain === "||" || plain.toLowerCase() === "or") put(Or, word);
    else if (plain !== "") put(AclName, word);
  }
  return tokens;
}

/** A `!` before nothing or `||`: left out of the grammar's input. */
const isLoose = (tokens: readonly IToken[], i: number): boolean => {
  if (tokens[i]!.tokenType !== Not) return false;
  let next = i;
  while (tokens[next]?.tokenType === Not) next++;
  return !tokens[next] || tokens[next]!.tokenType === Or;
};

const wordOf = (token: IToken): Word => token.payload as Word;

const suiteOf = ({ children }: SuiteCstNode, faults: Fault[]): Term[] =>
  (children.term ?? []).map((node) => termOf(node, faults));

function termOf({ children }: TermCstNode, faults: Fault[]): Term {
  const nots = children.Not ?? [];
  const negated = nots.length % 2 === 1;
  const open = children.OpenAcl?.[0];
  const [first] = children.AclName ?? [];
  const close = children.CloseAcl?.[0];
  const begin = wordOf(nots[0] ?? open ?? first ?? close!).at;
  if (open) {
    const words = (children.AclName ?? []).map(wordOf);
    if (!close) faults.push({ message: "this { is not closed", at: wordOf(open).at });
    if (words.length === 0)
      faults.push({ message: "an anonymous ACL needs a criterion", at: wordOf(open).at });
    return { negated, words, at: cover(begin, wordOf(close ?? children.AclName?.at(-1) ?? open).at) };
  }
  if (!first) {
    faults.push({ message: "this } closes nothing", at: wordOf(close!).at });
    return { negated, words: [], at: begin };
  }
  const word = wordOf(first);
  const bare = word.value.replace(/^!+/, "");
  const cut = word.value.length - bare.length;
  const name: Word =
    cut === 0 ? word : { ...word, value: bare, at: word.at.with({ start: word.at.start + cut }) };
  return { negated, name, at: cover(begin, word.at) };
}
