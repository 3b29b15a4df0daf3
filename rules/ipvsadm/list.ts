import { defaultValue } from "./default-value.ts";

/** /etc/default/ipvsadm. */
export const ipvsadmRules = [defaultValue];
