import type { CstNode, IToken } from "chevrotain";

export interface OptionsCstNode extends CstNode {
  name: "options";
  children: OptionsCstChildren;
}

export type OptionsCstChildren = {
  pair?: PairCstNode[];
  Semicolon?: IToken[];
};

export interface PairCstNode extends CstNode {
  name: "pair";
  children: PairCstChildren;
}

export type PairCstChildren = {
  Text?: IToken[];
  Equals?: IToken[];
};
