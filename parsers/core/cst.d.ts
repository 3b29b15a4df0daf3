import type { CstNode, IToken } from "chevrotain";

export interface FileCstNode extends CstNode {
  name: "file";
  children: FileCstChildren;
}

export type FileCstChildren = {
  statement?: StatementCstNode[];
  End?: IToken[];
  Close?: IToken[];
};

export interface StatementCstNode extends CstNode {
  name: "statement";
  children: StatementCstChildren;
}

export type StatementCstChildren = {
  Value?: IToken[];
  block?: (BlockCstNode)[];
};

export interface BlockCstNode extends CstNode {
  name: "block";
  children: BlockCstChildren;
}

export type BlockCstChildren = {
  Open: IToken[];
  statement?: StatementCstNode[];
  End?: IToken[];
  Close?: IToken[];
};

export interface LinesCstNode extends CstNode {
  name: "lines";
  children: LinesCstChildren;
}

export type LinesCstChildren = {
  line?: LineCstNode[];
  End?: IToken[];
};

export interface LineCstNode extends CstNode {
  name: "line";
  children: LineCstChildren;
}

export type LineCstChildren = {
  Value: IToken[];
};
