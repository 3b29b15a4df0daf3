import { createToken, createTokenInstance, type IToken, Lexer, type TokenType } from "chevrotain";
import { Grammar } from "../core/grammar.ts";
import { validated } from "../core/tokens.ts";
import type { Word } from "../core/tree.ts";
import type { ExpressionsCstNode, SetsCstNode } from "./cst.d.ts";

const Any = createToken({ name: "Any", pattern: Lexer.NA });
const kind = (name: string): TokenType => createToken({ name, pattern: Lexer.NA, categories: Any });
const Plain = kind("Plain");
const Pair = kind("Pair");
const OpenSet = kind("OpenSet");
const CloseSet = kind("CloseSet");
const Bool = kind("Bool");
const Unary = kind("Unary");
const Compare = kind("Compare");
const DateWord = kind("DateWord");
const DateRange = kind("DateRange");

/** Rule expressions and resource sets: words whose kind their text alone tells. */
export class CrmParser extends Grammar {
  constructor() {
    super([Any, Plain, Pair, OpenSet, CloseSet, Bool, Unary, Compare, DateWord, DateRange], {
      maxLookahead: 1,
      skipValidations: !validated,
    });
    this.performSelfAnalysis();
  }

  /** `#uname eq a and defined b`: ends where no `and` or `or` leads on. */
  readonly expressions = this.RULE("expressions", () => {
    this.SUBRULE(this.expression);
    this.MANY(() => {
      this.CONSUME(Bool);
      this.SUBRULE2(this.expression);
    });
  });

  readonly expression = this.RULE("expression", () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.SUBRULE(this.date) },
        {
          ALT: () => {
            this.CONSUME(Unary);
            this.CONSUME(Any);
          },
        },
        {
          ALT: () => {
            this.CONSUME2(Any);
            this.CONSUME(Compare);
            this.CONSUME3(Any);
          },
        },
      ],
    });
  });

  readonly date = this.RULE("date", () => {
    this.CONSUME(DateWord);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Compare);
          this.CONSUME(Any);
        },
      },
      {
        ALT: () => {
          this.CONSUME(DateRange);
          this.AT_LEAST_ONE(() => this.CONSUME(Pair));
        },
      },
    ]);
  });

  /** `a ( b c:start ) [ d e ] sequential=true`: any words at all. */
  readonly sets = this.RULE("sets", () => {
    this.MANY(() => {
      this.OR({
        IGNORE_AMBIGUITIES: true,
        DEF: [
          { ALT: () => this.SUBRULE(this.bracketed) },
          { ALT: () => this.CONSUME(CloseSet) },
          { ALT: () => this.CONSUME(Any) },
        ],
      });
    });
  });

  readonly bracketed = this.RULE("bracketed", () => {
    this.CONSUME(OpenSet);
    this.MANY({
      GATE: () => this.LA(1).tokenType !== CloseSet,
      DEF: () => this.CONSUME(Any),
    });
    this.OPTION(() => this.CONSUME(CloseSet));
  });
}

const expressionKinds: readonly (readonly [RegExp, TokenType])[] = [
  [/^(and|or)$/i, Bool],
  [/^(defined|not_defined)$/i, Unary],
  [/^((string|version|number|integer):)?(lt|gt|lte|gte|eq|ne)$/i, Compare],
  [/^date$/i, DateWord],
  [/^(in|in_range|date_spec|spec)$/i, DateRange],
  [/^(start|end|hours|monthdays|weekdays|yearsdays|months|weeks|years|weekyears|moon)(=|$)/i, Pair],
];
const setKinds: readonly (readonly [RegExp, TokenType])[] = [
  [/^[([]$/, OpenSet],
  [/^[)\]]$/, CloseSet],
];

const tokensOf = (words: readonly Word[], kinds: readonly (readonly [RegExp, TokenType])[]): IToken[] =>
  words.map((word) => {
    const type = kinds.find(([pattern]) => pattern.test(word.value))?.[1] ?? Plain;
    const { start, end } = word.at;
    const token = createTokenInstance(type, word.value, start, end, 0, 0, 0, 0);
    token.payload = word;
    return token;
  });

export const wordOf = (token: IToken): Word => token.payload as Word;

let parser: CrmParser | undefined;

/** The expressions at the start of these words; `wrong` is the word that fits none, absent where the line ends too early. */
export interface Expressions {
  /** Absent where it is broken. */
  readonly node?: ExpressionsCstNode;
  /** How many of the words belong to it. */
  readonly length: number;
  readonly broken: boolean;
  readonly wrong?: Word;
}

export function expressionsAt(words: readonly Word[]): Expressions {
  parser ??= new CrmParser();
  parser.input = tokensOf(words, expressionKinds);
  const node = parser.expressions() as ExpressionsCstNode | undefined;
  const error = parser.errors.find(({ name }) => name !== "NotAllInputParsedException");
  const rest = parser.errors.find(({ name }) => name === "NotAllInputParsedException");
  const wrong = error?.token.payload as Word | undefined;
  const length = rest ? words.indexOf(wordOf(rest.token)) : words.length;
  return { ...(node && !error ? { node } : {}), length, broken: !!error, ...(wrong ? { wrong } : {}) };
}

/** The sets that these words make. */
export function setsOf(words: readonly Word[]): SetsCstNode {
  parser ??= new CrmParser();
  parser.input = tokensOf(words, setKinds);
  return parser.sets() as SetsCstNode;
}
