import { acceptConflict } from "./accept-conflict.ts";
import { advertIntLong } from "./advert-int-long.ts";
import { advertIntRounded } from "./advert-int-rounded.ts";
import { authAh } from "./auth-ah.ts";
import { authIgnored } from "./auth-ignored.ts";
import { authIncomplete } from "./auth-incomplete.ts";
import { authPassTooLong } from "./auth-pass-too-long.ts";
import { authWeak } from "./auth-weak.ts";
import { bfdNeighbor } from "./bfd-neighbor.ts";
import { blockClosedEarly } from "./block-closed-early.ts";
import { comma } from "./comma.ts";
import { commentInValue } from "./comment-in-value.ts";
import { configEmpty } from "./config-empty.ts";
import { deadCondition } from "./dead-condition.ts";
import { emailInvalid } from "./email-invalid.ts";
import { equalsSign } from "./equals-sign.ts";
import { familyMixed } from "./family-mixed.ts";
import { garpGroupEmpty } from "./garp-group-empty.ts";
import { globalSettingTwice } from "./global-setting-twice.ts";
import { includeCycle } from "./include-cycle.ts";
import { includeMissing } from "./include-missing.ts";
import { interfaceAlias } from "./interface-alias.ts";
import { interfaceLoopback } from "./interface-loopback.ts";
import { interfaceMissing } from "./interface-missing.ts";
import { invisibleCharacter } from "./invisible-character.ts";
import { iptablesUnsupported } from "./iptables-unsupported.ts";
import { leadingZero } from "./leading-zero.ts";
import { lineContinuation } from "./line-continuation.ts";
import { lineTooLong } from "./line-too-long.ts";
import { linkLossIgnored } from "./link-loss-ignored.ts";
import { masterWithoutPriority } from "./master-without-priority.ts";
import { midWordQuote } from "./mid-word-quote.ts";
import { noLinkLocal } from "./no-link-local.ts";
import { noVip } from "./no-vip.ts";
import { nopreemptIgnored } from "./nopreempt-ignored.ts";
import { placeholder } from "./placeholder.ts";
import { preemptDelayIgnored } from "./preempt-delay-ignored.ts";
import { priority255 } from "./priority-255.ts";
import { processPriority } from "./process-priority.ts";
import { routeDeprecatedOption } from "./route-deprecated-option.ts";
import { routeInvalid } from "./route-invalid.ts";
import { routeNotTracked } from "./route-not-tracked.ts";
import { ruleInvalid } from "./rule-invalid.ts";
import { ruleWithoutPreference } from "./rule-without-preference.ts";
import { sampleDefault } from "./sample-default.ts";
import { scriptArgumentsLost } from "./script-arguments-lost.ts";
import { scriptChecksVip } from "./script-checks-vip.ts";
import { scriptFraction } from "./script-fraction.ts";
import { scriptRelative } from "./script-relative.ts";
import { scriptSecurity } from "./script-security.ts";
import { scriptShellSyntax } from "./script-shell-syntax.ts";
import { scriptStopsKeepalived } from "./script-stops-keepalived.ts";
import { scriptTimeout } from "./script-timeout.ts";
import { scriptUserMissing } from "./script-user-missing.ts";
import { semicolon } from "./semicolon.ts";
import { sequenceRefused } from "./sequence-refused.ts";
import { singleQuotes } from "./single-quotes.ts";
import { smtpAlertNoMail } from "./smtp-alert-no-mail.ts";
import { smtpServerName } from "./smtp-server-name.ts";
import { stateTwice } from "./state-twice.ts";
import { strictConflict } from "./strict-conflict.ts";
import { strictUnicast } from "./strict-unicast.ts";
import { strictVipUnreachable } from "./strict-vip-unreachable.ts";
import { syncGroupDiffers } from "./sync-group-differs.ts";
import { syncGroupSharedMember } from "./sync-group-shared-member.ts";
import { syncGroupSingle } from "./sync-group-single.ts";
import { tooManyVips } from "./too-many-vips.ts";
import { trackDuplicate } from "./track-duplicate.ts";
import { trackInterfaceTwice } from "./track-interface-twice.ts";
import { trackOrder } from "./track-order.ts";
import { trackOwnInterface } from "./track-own-interface.ts";
import { trackWeightClamped } from "./track-weight-clamped.ts";
import { trackWeightIgnored } from "./track-weight-ignored.ts";
import { trackWeightNopreempt } from "./track-weight-nopreempt.ts";
import { undefinedVariable } from "./undefined-variable.ts";
import { unicastAddressIsVip } from "./unicast-address-is-vip.ts";
import { unicastPeerDuplicate } from "./unicast-peer-duplicate.ts";
import { unicastPeerPrefix } from "./unicast-peer-prefix.ts";
import { unicastPeerSelf } from "./unicast-peer-self.ts";
import { unicastSetting } from "./unicast-setting.ts";
import { unicastSourceMissing } from "./unicast-source-missing.ts";
import { unicastWithoutPeers } from "./unicast-without-peers.ts";
import { variableWithoutBraces } from "./variable-without-braces.ts";
import { versionIgnored } from "./version-ignored.ts";
import { vipBroadcast } from "./vip-broadcast.ts";
import { vipDuplicate } from "./vip-duplicate.ts";
import { vipLabel } from "./vip-label.ts";
import { vipNoHost } from "./vip-no-host.ts";
import { vipOptionIgnored } from "./vip-option-ignored.ts";
import { vipOtherInterface } from "./vip-other-interface.ts";
import { vipScope } from "./vip-scope.ts";
import { vipWithoutPrefix } from "./vip-without-prefix.ts";
import { vmacName } from "./vmac-name.ts";
import { vmacSetting } from "./vmac-setting.ts";
import { vrfIgnored } from "./vrf-ignored.ts";
import { vridDuplicate } from "./vrid-duplicate.ts";
import { vridReused } from "./vrid-reused.ts";

/** The rules of keepalived.conf, without those of virtual servers. */
export const keepalivedRules = [
  acceptConflict,
  advertIntLong,
  advertIntRounded,
  authAh,
  authIgnored,
  authIncomplete,
  authPassTooLong,
  authWeak,
  bfdNeighbor,
  blockClosedEarly,
  comma,
  commentInValue,
  configEmpty,
  deadCondition,
  emailInvalid,
  equalsSign,
  familyMixed,
  garpGroupEmpty,
  globalSettingTwice,
  includeCycle,
  sequenceRefused,
  includeMissing,
  interfaceAlias,
  interfaceLoopback,
  interfaceMissing,
  invisibleCharacter,
  iptablesUnsupported,
  leadingZero,
  lineContinuation,
  lineTooLong,
  linkLossIgnored,
  masterWithoutPriority,
  midWordQuote,
  noLinkLocal,
  noVip,
  nopreemptIgnored,
  placeholder,
  preemptDelayIgnored,
  priority255,
  processPriority,
  routeDeprecatedOption,
  routeInvalid,
  routeNotTracked,
  ruleInvalid,
  ruleWithoutPreference,
  sampleDefault,
  scriptArgumentsLost,
  scriptChecksVip,
  scriptFraction,
  scriptRelative,
  scriptSecurity,
  scriptShellSyntax,
  scriptStopsKeepalived,
  scriptTimeout,
  scriptUserMissing,
  semicolon,
  singleQuotes,
  smtpAlertNoMail,
  smtpServerName,
  stateTwice,
  strictConflict,
  strictUnicast,
  strictVipUnreachable,
  syncGroupDiffers,
  syncGroupSharedMember,
  syncGroupSingle,
  tooManyVips,
  trackDuplicate,
  trackInterfaceTwice,
  trackOrder,
  trackOwnInterface,
  trackWeightClamped,
  trackWeightIgnored,
  trackWeightNopreempt,
  undefinedVariable,
  unicastAddressIsVip,
  unicastPeerDuplicate,
  unicastPeerPrefix,
  unicastPeerSelf,
  unicastSetting,
  unicastSourceMissing,
  unicastWithoutPeers,
  variableWithoutBraces,
  versionIgnored,
  vipBroadcast,
  vipDuplicate,
  vipLabel,
  vipNoHost,
  vipOptionIgnored,
  vipOtherInterface,
  vipScope,
  vipWithoutPrefix,
  vmacName,
  vmacSetting,
  vrfIgnored,
  vridDuplicate,
  vridReused,
];
