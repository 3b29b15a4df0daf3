import { spacedAssignment } from "./spaced-assignment.ts";
import { unquotedBlank } from "./unquoted-blank.ts";

/** Files of variables that sh sources. */
export const shellvarsRules = [spacedAssignment, unquotedBlank];
