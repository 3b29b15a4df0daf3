import type { CstNode, IToken } from "chevrotain";

export interface ExpressionsCstNode extends CstNode {
  name: "expressions";
  children: ExpressionsCstChildren;
}

export type ExpressionsCstChildren = {
  expression: (ExpressionCstNode)[];
  Bool?: IToken[];
};

export interface ExpressionCstNode extends CstNode {
  name: "expression";
  children: ExpressionCstChildren;
}

export type ExpressionCstChildren = {
  date?: DateCstNode[];
  Unary?: IToken[];
  Any?: (IToken)[];
  Compare?: IToken[];
};

export interface DateCstNode extends CstNode {
  name: "date";
  children: DateCstChildren;
}

export type DateCstChildren = {
  DateWord: IToken[];
  Compare?: IToken[];
  Any?: IToken[];
  DateRange?: IToken[];
  Pair?: IToken[];
};

export interface SetsCstNode extends CstNode {
  name: "sets";
  children: SetsCstChildren;
}

export type SetsCstChildren = {
  bracketed?: BracketedCstNode[];
  CloseSet?: IToken[];
  Any?: IToken[];
};

export interface BracketedCstNode extends CstNode {
  name: "bracketed";
  children: BracketedCstChildren;
}

export type BracketedCstChildren = {
  OpenSet: IToken[];
  Any?: IToken[];
  CloseSet?: IToken[];
};
