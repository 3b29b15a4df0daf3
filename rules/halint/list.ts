import { missingReason } from "./missing-reason.ts";
import { suppressionWithoutRule } from "./suppression-without-rule.ts";
import { unknownDirective } from "./unknown-directive.ts";
import { unknownRule } from "./unknown-rule.ts";
import { unusedSuppression } from "./unused-suppression.ts";

/** What may be wrong with the comments that speak to halint (rules/suppress.ts). */
export const halintRules = [
  unusedSuppression,
  unknownRule,
  unknownDirective,
  suppressionWithoutRule,
  missingReason,
];
