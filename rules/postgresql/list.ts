import { crashUnsafe } from "./crash-unsafe.ts";
import { mistakeRules } from "./mistakes.ts";
import { settingsTogether } from "./settings-together.ts";
import { unknownParameter } from "./unknown-parameter.ts";

/** postgresql.conf. */
export const postgresqlRules = [...mistakeRules, unknownParameter, settingsTogether, crashUnsafe];
