import type { CstNode, IToken } from "chevrotain";

export interface ConfigCstNode extends CstNode {
  name: "config";
  children: ConfigCstChildren;
}

export type ConfigCstChildren = {
  element?: ElementCstNode[];
};

export interface ElementCstNode extends CstNode {
  name: "element";
  children: ElementCstChildren;
}

export type ElementCstChildren = {
  section?: SectionCstNode[];
  directive?: DirectiveCstNode[];
  StrayClose?: IToken[];
  LineEnd?: IToken[];
};

export interface DirectiveCstNode extends CstNode {
  name: "directive";
  children: DirectiveCstChildren;
}

export type DirectiveCstChildren = {
  Name: IToken[];
  Argument?: IToken[];
};

export interface SectionCstNode extends CstNode {
  name: "section";
  children: SectionCstChildren;
}

export type SectionCstChildren = {
  OpenTag: IToken[];
  Argument?: IToken[];
  EndTag?: IToken[];
  element?: ElementCstNode[];
  CloseTag?: IToken[];
};
