import type { CstNode, IToken, TokenType } from "chevrotain";
import { Grammar } from "./grammar.ts";
import { Close, End, inRoles, Open, roles, Value, validated } from "./tokens.ts";

/**
 * Statements of words with blocks in braces: keepalived.conf, drbd.conf, corosync.conf. Total: any token sequence is a
 * file. A missing `}`, a stray `}` and a block without a keyword are ordinary nodes, which `build.ts` words.
 */
export class BracesParser extends Grammar {
  constructor() {
    super([...roles], { maxLookahead: 1, skipValidations: !validated });
    this.performSelfAnalysis();
  }

  readonly file = this.RULE("file", () => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.statement) },
        { ALT: () => this.CONSUME(End) },
        { ALT: () => this.CONSUME(Close) },
      ]);
    });
  });

  readonly statement = this.RULE("statement", () => {
    this.OR([
      {
        ALT: () => {
          this.AT_LEAST_ONE(() => this.CONSUME(Value));
          this.OPTION(() => this.SUBRULE(this.block));
        },
      },
      { ALT: () => this.SUBRULE2(this.block) },
    ]);
  });

  readonly block = this.RULE("block", () => {
    this.CONSUME(Open);
    this.MANY(() => {
      this.OR([{ ALT: () => this.SUBRULE(this.statement) }, { ALT: () => this.CONSUME(End) }]);
    });
    this.OPTION(() => this.CONSUME(Close));
  });
}

/** Blocks nested deeper than this are left out of the tree, with one Mistake: the stack holds about 350. */
export const deepest = 200;

/** Takes out what lies deeper than `deepest`; `cut` is the brace where that begins. */
export function shallow(
  tokens: IToken[],
  is: (token: IToken, role: TokenType) => boolean,
): { tokens: IToken[]; cut?: IToken } {
  let depth = 0;
  let cut: IToken | undefined;
  const kept = tokens.filter((token) => {
    if (is(token, Open)) {
      depth++;
      if (depth > deepest) cut ??= token;
      return depth <= deepest;
    }
    if (is(token, Close)) {
      const keep = depth <= deepest;
      if (depth > 0) depth--;
      return keep;
    }
    return depth <= deepest;
  });
  return cut ? { tokens: kept, cut } : { tokens: kept };
}

let parser: BracesParser | undefined;

/** Built at first use, and one for all formats: it reads roles, not their tokens. */
export function parseBraces(tokens: IToken[]): CstNode {
  parser ??= new BracesParser();
  parser.input = inRoles(tokens);
  return parser.file();
}
