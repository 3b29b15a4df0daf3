import type { CstNode, IToken } from "chevrotain";
import { Grammar } from "../core/grammar.ts";
import { validated } from "../core/tokens.ts";
import { Argument, CloseTag, EndTag, LineEnd, Name, OpenTag, StrayClose, vocabulary } from "./tokens.ts";

/**
 * Directives and nested sections. Total: which section a `</Name>` closes is told before parsing, so that a missing one
 * ends its section and one too many is an ordinary node.
 */
export class ApacheParser extends Grammar {
  constructor() {
    super(vocabulary, { maxLookahead: 1, skipValidations: !validated });
    this.performSelfAnalysis();
  }

  readonly config = this.RULE("config", () => {
    this.MANY(() => this.SUBRULE(this.element));
  });

  readonly element = this.RULE("element", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.section) },
      { ALT: () => this.SUBRULE(this.directive) },
      { ALT: () => this.CONSUME(StrayClose) },
      { ALT: () => this.CONSUME(LineEnd) },
    ]);
  });

  readonly directive = this.RULE("directive", () => {
    this.CONSUME(Name);
    this.MANY(() => this.CONSUME(Argument));
  });

  readonly section = this.RULE("section", () => {
    this.CONSUME(OpenTag);
    this.MANY(() => this.CONSUME(Argument));
    this.OPTION(() => this.CONSUME(EndTag));
    this.MANY2(() => this.SUBRULE(this.element));
    this.OPTION2(() => this.CONSUME(CloseTag));
  });
}

let parser: ApacheParser | undefined;

/** Built at first use. */
export function parseConfig(tokens: IToken[]): CstNode {
  parser ??= new ApacheParser();
  parser.input = tokens;
  return parser.config();
}
