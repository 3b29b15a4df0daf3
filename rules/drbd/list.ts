import { addressClash } from "./address-clash.ts";
import { addressNetwork } from "./address-network.ts";
import { ambiguousOption } from "./ambiguous-option.ts";
import { authHalf } from "./auth-half.ts";
import { badAddress } from "./bad-address.ts";
import { badDevice } from "./bad-device.ts";
import { badEndpoint } from "./bad-endpoint.ts";
import { becomePrimaryBoth } from "./become-primary-both.ts";
import { becomePrimaryIgnored } from "./become-primary-ignored.ts";
import { connectionEnds } from "./connection-ends.ts";
import { discardNode } from "./discard-node.ts";
import { diskClash } from "./disk-clash.ts";
import { diskForm } from "./disk-form.ts";
import { diskIsDevice } from "./disk-is-device.ts";
import { diskName } from "./disk-name.ts";
import { dualPrimaryNoFencing } from "./dual-primary-no-fencing.ts";
import { dualPrimaryProtocol } from "./dual-primary-protocol.ts";
import { dualPrimaryThreeNodes } from "./dual-primary-three-nodes.ts";
import { duplicateDiskSection } from "./duplicate-disk-section.ts";
import { fenceScriptVersion } from "./fence-script-version.ts";
import { fencingNoHandler } from "./fencing-no-handler.ts";
import { flushesOff } from "./flushes-off.ts";
import { globalOrder } from "./global-order.ts";
import { handlerNoFencing } from "./handler-no-fencing.ts";
import { hostClash } from "./host-clash.ts";
import { incompleteVolume } from "./incomplete-volume.ts";
import { integrityAlg } from "./integrity-alg.ts";
import { ioErrorPassedOn } from "./io-error-passed-on.ts";
import { koCountZero } from "./ko-count-zero.ts";
import { metaDiskClash } from "./meta-disk-clash.ts";
import { metaDiskForm } from "./meta-disk-form.ts";
import { minorClash } from "./minor-clash.ts";
import { minorDifference } from "./minor-difference.ts";
import { missingAddress } from "./missing-address.ts";
import { mistakeRules } from "./mistakes.ts";
import { noAuth } from "./no-auth.ts";
import { noHosts } from "./no-hosts.ts";
import { noQuorum } from "./no-quorum.ts";
import { noVerifyAlg } from "./no-verify-alg.ts";
import { nodeIdClash } from "./node-id-clash.ts";
import { nodeIdImplicit } from "./node-id-implicit.ts";
import { nodeIdMissing } from "./node-id-missing.ts";
import { nodeIdRange } from "./node-id-range.ts";
import { oneHost } from "./one-host.ts";
import { policyNoHandler } from "./policy-no-handler.ts";
import { portDifference } from "./port-difference.ts";
import { protocolTwice } from "./protocol-twice.ts";
import { proxyEnds } from "./proxy-ends.ts";
import { quorumNumber } from "./quorum-number.ts";
import { quorumTwoNodes } from "./quorum-two-nodes.ts";
import { quotedKeyword } from "./quoted-keyword.ts";
import { rateNoUnit } from "./rate-no-unit.ts";
import { rateOrder } from "./rate-order.ts";
import { rateTooHigh } from "./rate-too-high.ts";
import { rebootHandler } from "./reboot-handler.ts";
import { reservedName } from "./reserved-name.ts";
import { resourceName } from "./resource-name.ts";
import { resyncAfter } from "./resync-after.ts";
import { sameAddress } from "./same-address.ts";
import { splitBrainDiscard } from "./split-brain-discard.ts";
import { splitBrainNoNotice } from "./split-brain-no-notice.ts";
import { splitBrainViolent } from "./split-brain-violent.ts";
import { startupOrder } from "./startup-order.ts";
import { syncerSection } from "./syncer-section.ts";
import { threeHosts } from "./three-hosts.ts";
import { timeoutOrder } from "./timeout-order.ts";
import { unconnectedHost } from "./unconnected-host.ts";
import { unfenceMissing } from "./unfence-missing.ts";
import { unknownDigest } from "./unknown-digest.ts";
import { unknownHost } from "./unknown-host.ts";
import { unknownLower } from "./unknown-lower.ts";
import { unquotedCommand } from "./unquoted-command.ts";
import { versionMix } from "./version-mix.ts";
import { volumeClash } from "./volume-clash.ts";
import { volumeDifference } from "./volume-difference.ts";
import { volumeMix } from "./volume-mix.ts";
import { waitForever } from "./wait-forever.ts";

/** What is judged of the files of DRBD alone. */
export const drbdRules = [
  ...mistakeRules,
  badAddress,
  badDevice,
  badEndpoint,
  diskForm,
  unquotedCommand,
  duplicateDiskSection,
  noHosts,
  oneHost,
  threeHosts,
  hostClash,
  nodeIdMissing,
  nodeIdClash,
  nodeIdRange,
  nodeIdImplicit,
  incompleteVolume,
  volumeClash,
  volumeMix,
  volumeDifference,
  minorClash,
  minorDifference,
  diskClash,
  diskIsDevice,
  diskName,
  metaDiskClash,
  missingAddress,
  addressClash,
  sameAddress,
  addressNetwork,
  portDifference,
  connectionEnds,
  unknownHost,
  unconnectedHost,
  proxyEnds,
  unknownLower,
  resyncAfter,
  globalOrder,
  versionMix,
  syncerSection,
  resourceName,
  dualPrimaryNoFencing,
  dualPrimaryProtocol,
  dualPrimaryThreeNodes,
  fencingNoHandler,
  handlerNoFencing,
  unfenceMissing,
  fenceScriptVersion,
  policyNoHandler,
  becomePrimaryIgnored,
  becomePrimaryBoth,
  waitForever,
  startupOrder,
  discardNode,
  splitBrainDiscard,
  splitBrainViolent,
  splitBrainNoNotice,
  rebootHandler,
  rateNoUnit,
  rateTooHigh,
  rateOrder,
  timeoutOrder,
  koCountZero,
  flushesOff,
  ioErrorPassedOn,
  noAuth,
  authHalf,
  unknownDigest,
  integrityAlg,
  noVerifyAlg,
  quorumTwoNodes,
  quorumNumber,
  noQuorum,
  protocolTwice,
  ambiguousOption,
  reservedName,
  quotedKeyword,
  metaDiskForm,
];
