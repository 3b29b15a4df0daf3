import { enabledValue } from "./enabled-value.ts";
import { idleNotAboveKeepalive } from "./idle-not-above-keepalive.ts";
import { thresholdLow } from "./threshold-low.ts";
import { timeoutLow } from "./timeout-low.ts";
import { unknownVariable } from "./unknown-variable.ts";

/** /etc/default/o2cb. */
export const o2cbRules = [unknownVariable, enabledValue, thresholdLow, timeoutLow, idleNotAboveKeepalive];
