import { duplicateListen } from "./duplicate-listen.ts";
import { duplicateServerName } from "./duplicate-server-name.ts";
import { misplacedListen } from "./misplaced-listen.ts";
import { straySectionEnd, unclosedSection, unclosedTag } from "./mistakes.ts";
import { typo } from "./typo.ts";
import { unheardVirtualHost } from "./unheard-virtual-host.ts";

/** Apache's configuration. */
export const apacheRules = [
  unclosedSection,
  straySectionEnd,
  unclosedTag,
  typo,
  misplacedListen,
  duplicateListen,
  unheardVirtualHost,
  duplicateServerName,
];
