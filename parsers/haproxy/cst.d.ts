import type { CstNode, IToken } from "chevrotain";

export interface ConditionCstNode extends CstNode {
  name: "condition";
  children: ConditionCstChildren;
}

export type ConditionCstChildren = {
  suite: (SuiteCstNode)[];
  Or?: IToken[];
};

export interface SuiteCstNode extends CstNode {
  name: "suite";
  children: SuiteCstChildren;
}

export type SuiteCstChildren = {
  term?: TermCstNode[];
};

export interface TermCstNode extends CstNode {
  name: "term";
  children: TermCstChildren;
}

export type TermCstChildren = {
  Not?: IToken[];
  AclName?: (IToken)[];
  CloseAcl?: (IToken)[];
  OpenAcl?: IToken[];
};

export interface SampleCstNode extends CstNode {
  name: "sample";
  children: SampleCstChildren;
}

export type SampleCstChildren = {
  call?: (CallCstNode)[];
  Comma?: IToken[];
};

export interface CallCstNode extends CstNode {
  name: "call";
  children: CallCstChildren;
}

export type CallCstChildren = {
  Name: IToken[];
  LParen?: IToken[];
  arg?: (ArgCstNode)[];
  Comma?: IToken[];
  RParen?: IToken[];
};

export interface ArgCstNode extends CstNode {
  name: "arg";
  children: ArgCstChildren;
}

export type ArgCstChildren = {
  ArgText?: IToken[];
  ArgQuoted?: IToken[];
  ArgEscape?: IToken[];
  ArgOpenQuote?: IToken[];
};

export interface FormatTextCstNode extends CstNode {
  name: "formatText";
  children: FormatTextCstChildren;
}

export type FormatTextCstChildren = {
  Plain?: IToken[];
  Percent2?: IToken[];
  Lone?: IToken[];
  formatItem?: FormatItemCstNode[];
  Flags?: IToken[];
  Expression?: IToken[];
  Alias?: IToken[];
  ItemEnd?: IToken[];
};

export interface FormatItemCstNode extends CstNode {
  name: "formatItem";
  children: FormatItemCstChildren;
}

export type FormatItemCstChildren = {
  FirstExpression?: IToken[];
  FirstAlias?: IToken[];
  ItemName?: IToken[];
  FirstFlags?: IToken[];
  Flags?: IToken[];
  Expression?: IToken[];
  Alias?: IToken[];
};

export interface AddressCstNode extends CstNode {
  name: "address";
  children: AddressCstChildren;
}

export type AddressCstChildren = {
  Prefix?: (IToken)[];
  Path?: IToken[];
  Bracketed?: IToken[];
  Colon?: IToken[];
  Text?: IToken[];
};
