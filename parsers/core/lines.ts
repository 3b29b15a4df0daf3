import { type CstNode, CstParser, type IToken, type TokenType } from "chevrotain";
import { End, roles, Value, validated } from "./tokens.ts";

/** One statement a line: hosts, fstab, sysctl, interfaces, haproxy.cfg. Sections are folded afterwards. Total. */
export class LinesParser extends CstParser {
  constructor(vocabulary: readonly TokenType[]) {
    super([...roles, ...vocabulary], { maxLookahead: 1, skipValidations: !validated });
    this.performSelfAnalysis();
  }

  readonly lines = this.RULE("lines", () => {
    this.MANY(() => {
      this.OR([{ ALT: () => this.SUBRULE(this.line) }, { ALT: () => this.CONSUME(End) }]);
    });
  });

  readonly line = this.RULE("line", () => {
    this.AT_LEAST_ONE(() => this.CONSUME(Value));
  });
}

export function parseLines(parser: LinesParser, tokens: IToken[]): CstNode {
  parser.input = tokens;
  return parser.lines();
}
