import { addressSuffix } from "./address-suffix.ts";
import { busySorryServer } from "./busy-sorry-server.ts";
import { checkerFamily } from "./checker-family.ts";
import { checkerProtocol } from "./checker-protocol.ts";
import { checkerTarget } from "./checker-target.ts";
import { crossedReplyLengths } from "./crossed-reply-lengths.ts";
import { crossedThresholds } from "./crossed-thresholds.ts";
import { defaultDelayLoop } from "./default-delay-loop.ts";
import { duplicateRealServer } from "./duplicate-real-server.ts";
import { duplicateVirtualServer } from "./duplicate-virtual-server.ts";
import { earlySorrySetting } from "./early-sorry-setting.ts";
import { emptyDnsLabel } from "./empty-dns-label.ts";
import { emptyGroup } from "./empty-group.ts";
import { familyMismatch } from "./family-mismatch.ts";
import { ftpPersistence } from "./ftp-persistence.ts";
import { fwmarkWithHaSuspend } from "./fwmark-with-ha-suspend.ts";
import { fwmarkWithPort } from "./fwmark-with-port.ts";
import { fwmarkWithProtocol } from "./fwmark-with-protocol.ts";
import { groupRange } from "./group-range.ts";
import { hashedPersistence } from "./hashed-persistence.ts";
import { hastyCheck } from "./hasty-check.ts";
import { hexEndsInFf } from "./hex-ends-in-ff.ts";
import { ignoredWeight } from "./ignored-weight.ts";
import { impliedPersistence } from "./implied-persistence.ts";
import { linkLocalChecker } from "./link-local-checker.ts";
import { loopbackServer } from "./loopback-server.ts";
import { missingForwardingMethod } from "./missing-forwarding-method.ts";
import { missingPort } from "./missing-port.ts";
import { missingProtocol } from "./missing-protocol.ts";
import { missingScheduler } from "./missing-scheduler.ts";
import { mixedGroup } from "./mixed-group.ts";
import { noRealServer } from "./no-real-server.ts";
import { opsWithoutUdp } from "./ops-without-udp.ts";
import { persistenceMask } from "./persistence-mask.ts";
import { portMismatch } from "./port-mismatch.ts";
import { regexSettingAlone } from "./regex-setting-alone.ts";
import { relativePath } from "./relative-path.ts";
import { repeatedBfdCheck } from "./repeated-bfd-check.ts";
import { schedulerFlag } from "./scheduler-flag.ts";
import { secondSyncDaemon } from "./second-sync-daemon.ts";
import { slowCheck } from "./slow-check.ts";
import { sorryInhibitMismatch } from "./sorry-inhibit-mismatch.ts";
import { syncDaemonWithoutInstance } from "./sync-daemon-without-instance.ts";
import { syncIdWithoutKeyword } from "./sync-id-without-keyword.ts";
import { tunnelOptions } from "./tunnel-options.ts";
import { uncheckedRealServer } from "./unchecked-real-server.ts";
import { unknownSyncInstance } from "./unknown-sync-instance.ts";
import { unreachableQuorum } from "./unreachable-quorum.ts";
import { virtualAddressAsServer } from "./virtual-address-as-server.ts";
import { wideHysteresis } from "./wide-hysteresis.ts";
import { zeroWeight } from "./zero-weight.ts";

/** Rules on one keepalived.conf's virtual servers, their real servers and checkers, in the order of the documentation. */
export const lvsRules = [
  noRealServer,
  duplicateVirtualServer,
  duplicateRealServer,
  virtualAddressAsServer,
  loopbackServer,
  addressSuffix,
  familyMismatch,
  missingProtocol,
  missingPort,
  missingForwardingMethod,
  missingScheduler,
  schedulerFlag,
  opsWithoutUdp,
  portMismatch,
  tunnelOptions,
  ignoredWeight,
  zeroWeight,
  unreachableQuorum,
  wideHysteresis,
  crossedThresholds,
  busySorryServer,
  earlySorrySetting,
  sorryInhibitMismatch,
  ftpPersistence,
  hashedPersistence,
  impliedPersistence,
  persistenceMask,
  emptyGroup,
  mixedGroup,
  groupRange,
  fwmarkWithPort,
  fwmarkWithProtocol,
  fwmarkWithHaSuspend,
  uncheckedRealServer,
  checkerTarget,
  checkerProtocol,
  checkerFamily,
  linkLocalChecker,
  defaultDelayLoop,
  slowCheck,
  hastyCheck,
  relativePath,
  regexSettingAlone,
  emptyDnsLabel,
  crossedReplyLengths,
  hexEndsInFf,
  repeatedBfdCheck,
  syncIdWithoutKeyword,
  unknownSyncInstance,
  syncDaemonWithoutInstance,
  secondSyncDaemon,
];
