import { duplicateObject } from "./duplicate-object.ts";
import { idCharacter } from "./id-character.ts";
import { lostHyphen } from "./lost-hyphen.ts";
import { missingObject } from "./missing-object.ts";
import {
  continuedCommand,
  continuedComment,
  inlineComment,
  joinedWords,
  script,
  syntax,
} from "./mistakes.ts";
import { notACommand } from "./not-a-command.ts";
import { sharedChild } from "./shared-child.ts";
import { weakBondMisuse } from "./weak-bond-misuse.ts";

/** What the crm shell itself takes and refuses. */
export const crmshRules = [
  syntax,
  inlineComment,
  joinedWords,
  continuedComment,
  continuedCommand,
  script,
  notACommand,
  lostHyphen,
  idCharacter,
  duplicateObject,
  missingObject,
  sharedChild,
  weakBondMisuse,
];
