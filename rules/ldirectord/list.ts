import { bareSupervised } from "./bare-supervised.ts";
import { checksOff } from "./checks-off.ts";
import { duplicateRealServer } from "./duplicate-real-server.ts";
import { duplicateVirtual } from "./duplicate-virtual.ts";
import { firewallMark } from "./firewall-mark.ts";
import { intervalWithoutFork } from "./interval-without-fork.ts";
import { ipv6Check } from "./ipv6-check.ts";
import { misreadServer } from "./misread-server.ts";
import { misreadValue } from "./misread-value.ts";
import { missingCheckSetting } from "./missing-check-setting.ts";
import { emptyLine, indent, separator } from "./mistakes.ts";
import { noRealServer } from "./no-real-server.ts";
import { portMismatch } from "./port-mismatch.ts";
import { protocolMismatch } from "./protocol-mismatch.ts";
import { quiescentPersistence } from "./quiescent-persistence.ts";
import { realServer } from "./real-server.ts";
import { trailingBlank } from "./trailing-blank.ts";
import { unchecked } from "./unchecked.ts";
import { unknownCheckPort } from "./unknown-check-port.ts";
import { unknownScheduler } from "./unknown-scheduler.ts";
import { unusedSetting } from "./unused-setting.ts";

/** ldirectord.cf. */
export const ldirectordRules = [
  indent,
  emptyLine,
  separator,
  trailingBlank,
  bareSupervised,
  realServer,
  protocolMismatch,
  duplicateVirtual,
  firewallMark,
  misreadServer,
  misreadValue,
  noRealServer,
  portMismatch,
  duplicateRealServer,
  unchecked,
  unknownCheckPort,
  missingCheckSetting,
  unusedSetting,
  checksOff,
  ipv6Check,
  intervalWithoutFork,
  quiescentPersistence,
  unknownScheduler,
];
