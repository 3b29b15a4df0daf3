import { remembered } from "../../parsers/core/remembered.ts";
import type { Source } from "../../parsers/core/source.ts";
import type { Router } from "./vrrp.ts";

/** Includes, conditions and variables may make two machines of one text. */
const isForMany = remembered((source: Source) =>
  /^[ \t]*(?:@|include)|\$\{?_(?:ENV|PWD|INSTANCE|RANDOM)/m.test(source.text),
);

/** The routers' files are one text, letter by letter: cluster/copied-file says so, and with it all that follows. */
export const isCopy = ({ document: { tree: a } }: Router, { document: { tree: b } }: Router): boolean =>
  a.source.text === b.source.text && !isForMany(a.source);

/** Whoever holds the addresses keeps them: nobody is meant to be master. */
export const isWithoutRank = ({ instance }: Router): boolean =>
  instance.nopreempt !== undefined && instance.state?.value !== "MASTER";
