import { danglingReference } from "./dangling-reference.ts";
import { deprecatedKeyword } from "./deprecated-keyword.ts";
import { duplicateName } from "./duplicate-name.ts";
import { extraWords } from "./extra-words.ts";
import { flagWithValue } from "./flag-with-value.ts";
import { keywordVersion } from "./keyword-version.ts";
import { misplacedKeyword } from "./misplaced-keyword.ts";
import { missingBlock } from "./missing-block.ts";
import { missingSetting } from "./missing-setting.ts";
import { missingValue } from "./missing-value.ts";
import { removedKeyword } from "./removed-keyword.ts";
import { repeatedSetting } from "./repeated-setting.ts";
import { unexpectedBlock } from "./unexpected-block.ts";
import { unknownKeyword } from "./unknown-keyword.ts";
import { unusedName } from "./unused-name.ts";
import { wrongValue } from "./wrong-value.ts";

/** The rules that serve every format, over its schema. */
export const schemaRules = [
  unknownKeyword,
  misplacedKeyword,
  removedKeyword,
  keywordVersion,
  deprecatedKeyword,
  wrongValue,
  missingValue,
  extraWords,
  flagWithValue,
  repeatedSetting,
  missingSetting,
  missingBlock,
  unexpectedBlock,
  danglingReference,
  unusedName,
  duplicateName,
];
