import { aliasInterface } from "./alias-interface.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { inlineComment } from "./inline-comment.ts";
import { syntax } from "./syntax.ts";
import { typo } from "./typo.ts";
import { value } from "./value.ts";

/** Rules over sysctl.conf and sysctl.d. */
export const sysctlRules = [syntax, typo, value, aliasInterface, inlineComment, duplicateKey];
