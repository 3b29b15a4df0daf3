import { attributeValue } from "./attribute-value.ts";
import { danglingReference } from "./dangling-reference.ts";
import { duplicateId } from "./duplicate-id.ts";
import { misplacedElement } from "./misplaced-element.ts";
import { missingAttribute } from "./missing-attribute.ts";
import { missingElement } from "./missing-element.ts";
import {
  afterRoot,
  attributeSyntax,
  commentSyntax,
  entity,
  repeatedAttribute,
  strayTag,
  strayText,
  unclosedElement,
} from "./mistakes.ts";
import { noValidation } from "./no-validation.ts";
import { oldSchema } from "./old-schema.ts";
import { unknownAttribute } from "./unknown-attribute.ts";
import { unknownElement } from "./unknown-element.ts";
import { unknownSchema } from "./unknown-schema.ts";

/** Pacemaker's CIB: XML, and the schema that it names. */
export const cibRules = [
  unclosedElement,
  strayTag,
  attributeSyntax,
  repeatedAttribute,
  entity,
  commentSyntax,
  afterRoot,
  strayText,
  unknownSchema,
  noValidation,
  oldSchema,
  unknownElement,
  misplacedElement,
  missingElement,
  unknownAttribute,
  missingAttribute,
  attributeValue,
  duplicateId,
  danglingReference,
];
