import type { CstNode, IToken } from "chevrotain";
import { Grammar } from "../core/grammar.ts";
import { validated } from "../core/tokens.ts";
import * as t from "./tokens.ts";

/**
 * Tags and what stands between them, one after the other; `build.ts` folds them into elements, so that hostile nesting
 * meets no recursion and a missing end tag costs no tree. Total: any token sequence is a document.
 */
export class XmlParser extends Grammar {
  constructor() {
    super(t.vocabulary, { maxLookahead: 1, skipValidations: !validated });
    this.performSelfAnalysis();
  }

  readonly xml = this.RULE("xml", () => {
    this.MANY(() => this.SUBRULE(this.item));
  });

  readonly item = this.RULE("item", () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.tag) },
      { ALT: () => this.CONSUME(t.CloseTag) },
      { ALT: () => this.CONSUME(t.Text) },
      { ALT: () => this.CONSUME(t.Characters) },
      { ALT: () => this.CONSUME(t.Doctype) },
      { ALT: () => this.CONSUME(t.Instruction) },
      { ALT: () => this.CONSUME(t.OpenComment) },
      { ALT: () => this.CONSUME(t.OpenCharacters) },
      { ALT: () => this.CONSUME(t.OpenDoctype) },
      { ALT: () => this.CONSUME(t.Less) },
    ]);
  });

  readonly tag = this.RULE("tag", () => {
    this.CONSUME(t.OpenTag);
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.attribute) },
        { ALT: () => this.CONSUME(t.Equals) },
        { ALT: () => this.CONSUME(t.BareValue) },
        { ALT: () => this.CONSUME(t.Quoted) },
        { ALT: () => this.CONSUME(t.OpenQuote) },
        { ALT: () => this.CONSUME(t.Junk) },
      ]);
    });
    this.OPTION(() => {
      this.OR2([{ ALT: () => this.CONSUME(t.TagEnd) }, { ALT: () => this.CONSUME(t.EmptyEnd) }]);
    });
  });

  readonly attribute = this.RULE("attribute", () => {
    this.CONSUME(t.Name);
    this.OPTION(() => {
      this.OR([
        { ALT: () => this.CONSUME(t.BareValue) },
        {
          ALT: () => {
            this.CONSUME(t.Equals);
            this.OPTION2(() => {
              this.OR2([{ ALT: () => this.CONSUME(t.Quoted) }, { ALT: () => this.CONSUME(t.OpenQuote) }]);
            });
          },
        },
      ]);
    });
  });
}

let parser: XmlParser | undefined;

export function parseXml(tokens: IToken[]): CstNode {
  parser ??= new XmlParser();
  parser.input = tokens;
  return parser.xml();
}
