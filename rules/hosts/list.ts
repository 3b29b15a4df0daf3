import { duplicateName } from "./duplicate-name.ts";
import { invalidAddress } from "./invalid-address.ts";
import { invalidName } from "./invalid-name.ts";
import { shortNameFirst } from "./short-name-first.ts";

/** /etc/hosts. */
export const hostsRules = [invalidAddress, invalidName, duplicateName, shortNameFirst];
