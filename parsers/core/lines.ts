import type { CstNode, IToken } from "chevrotain";
import { Grammar } from "./grammar.ts";
import { End, inRoles, roles, Value, validated } from "./tokens.ts";

/** One statement a line: hosts, fstab, sysctl, interfaces, haproxy.cfg. Sections are folded afterwards. Total. */
export class LinesParser extends Grammar {
  constructor() {
    super([...roles], { maxLookahead: 1, skipValidations: !validated });
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

let parser: LinesParser | undefined;

/** Built at first use, and one for all formats. */
export function parseLines(tokens: IToken[]): CstNode {
  parser ??= new LinesParser();
  parser.input = inRoles(tokens);
  return parser.lines();
}
