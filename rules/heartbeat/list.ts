import { authLine } from "./auth-line.ts";
import { authNumber } from "./auth-number.ts";
import { autojoinWithoutPacemaker } from "./autojoin-without-pacemaker.ts";
import { crcAuth } from "./crc-auth.ts";
import { deadTime } from "./dead-time.ts";
import { duplicateGroup } from "./duplicate-group.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { duplicateNode } from "./duplicate-node.ts";
import { emptyGroup } from "./empty-group.ts";
import { hostNotListed } from "./host-not-listed.ts";
import { keyWithBlank } from "./key-with-blank.ts";
import { latePacemakerSetting } from "./late-pacemaker-setting.ts";
import { lateUdpport } from "./late-udpport.ts";
import { legacyFailback } from "./legacy-failback.ts";
import { noLink } from "./no-link.ts";
import { noLog } from "./no-log.ts";
import { repeatedAddress } from "./repeated-address.ts";
import { secondPacemaker } from "./second-pacemaker.ts";
import { serviceAddress } from "./service-address.ts";
import { shortInitdead } from "./short-initdead.ts";
import { singleColon } from "./single-colon.ts";
import { singleLink } from "./single-link.ts";
import { unknownResourceNode } from "./unknown-resource-node.ts";
import { unusedHaresources } from "./unused-haresources.ts";
import { warntime } from "./warntime.ts";

/** Heartbeat's ha.cf, haresources and authkeys. */
export const heartbeatRules = [
  noLink,
  hostNotListed,
  deadTime,
  shortInitdead,
  warntime,
  singleLink,
  lateUdpport,
  latePacemakerSetting,
  secondPacemaker,
  autojoinWithoutPacemaker,
  legacyFailback,
  noLog,
  duplicateNode,
  authNumber,
  authLine,
  keyWithBlank,
  duplicateKey,
  crcAuth,
  unknownResourceNode,
  singleColon,
  serviceAddress,
  duplicateGroup,
  repeatedAddress,
  emptyGroup,
  unusedHaresources,
];
