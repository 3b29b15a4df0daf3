import { forcedPort } from "./forced-port.ts";
import { line } from "./line.ts";
import { netmask } from "./netmask.ts";
import { optionClash } from "./option-clash.ts";
import { repeatedService } from "./repeated-service.ts";
import { scheduler } from "./scheduler.ts";
import { undeclaredService } from "./undeclared-service.ts";

/** Rules over /etc/ipvsadm.rules. */
export const ipvsadmRulesRules = [
  line,
  optionClash,
  netmask,
  undeclaredService,
  repeatedService,
  forcedPort,
  scheduler,
];
