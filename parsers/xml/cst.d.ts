import type { CstNode, IToken } from "chevrotain";

export interface XmlCstNode extends CstNode {
  name: "xml";
  children: XmlCstChildren;
}

export type XmlCstChildren = {
  item?: ItemCstNode[];
};

export interface ItemCstNode extends CstNode {
  name: "item";
  children: ItemCstChildren;
}

export type ItemCstChildren = {
  tag?: TagCstNode[];
  CloseTag?: IToken[];
  Text?: IToken[];
  Characters?: IToken[];
  Doctype?: IToken[];
  Instruction?: IToken[];
  OpenComment?: IToken[];
  OpenCharacters?: IToken[];
  OpenDoctype?: IToken[];
  Less?: IToken[];
};

export interface TagCstNode extends CstNode {
  name: "tag";
  children: TagCstChildren;
}

export type TagCstChildren = {
  OpenTag: IToken[];
  attribute?: AttributeCstNode[];
  Equals?: IToken[];
  BareValue?: IToken[];
  Quoted?: IToken[];
  OpenQuote?: IToken[];
  Junk?: IToken[];
  TagEnd?: IToken[];
  EmptyEnd?: IToken[];
};

export interface AttributeCstNode extends CstNode {
  name: "attribute";
  children: AttributeCstChildren;
}

export type AttributeCstChildren = {
  Name: IToken[];
  BareValue?: IToken[];
  Equals?: IToken[];
  Quoted?: IToken[];
  OpenQuote?: IToken[];
};
