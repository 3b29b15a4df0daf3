import { deviceCount } from "./device-count.ts";
import { noWatchdog } from "./no-watchdog.ts";
import { unknownVariable } from "./unknown-variable.ts";

/** /etc/default/sbd. */
export const sbdRules = [unknownVariable, deviceCount, noWatchdog];
