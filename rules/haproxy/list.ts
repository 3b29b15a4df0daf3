import { aclFlag } from "./acl-flag.ts";
import { aclLateFlag } from "./acl-late-flag.ts";
import { aclMethod } from "./acl-method.ts";
import { aclName } from "./acl-name.ts";
import { aclNameTaken } from "./acl-name-taken.ts";
import { aclNoPattern } from "./acl-no-pattern.ts";
import { aclPattern } from "./acl-pattern.ts";
import { actionParameter } from "./action-parameter.ts";
import { actionSide } from "./action-side.ts";
import { address } from "./address.ts";
import { allServersUnavailable } from "./all-servers-unavailable.ts";
import { alpn } from "./alpn.ts";
import { anonymousDefaultsRule } from "./anonymous-defaults-rule.ts";
import { authInClear } from "./auth-in-clear.ts";
import { backendWithoutServer } from "./backend-without-server.ts";
import { badNegation } from "./bad-negation.ts";
import { balanceFirstWithoutMaxconn } from "./balance-first-without-maxconn.ts";
import { bandwidthLimitKinds } from "./bandwidth-limit-kinds.ts";
import { bindNameTwice } from "./bind-name-twice.ts";
import { bindOnTlsPortWithoutSsl } from "./bind-on-tls-port-without-ssl.ts";
import { bindSslWithoutCertificate } from "./bind-ssl-without-certificate.ts";
import { bindTlsOptionsWithoutSsl } from "./bind-tls-options-without-ssl.ts";
import { bufsizeTooSmallForH2 } from "./bufsize-too-small-for-h2.ts";
import { bytesInHttp } from "./bytes-in-http.ts";
import { caFileWithoutVerify } from "./ca-file-without-verify.ts";
import { captureSlot } from "./capture-slot.ts";
import { checkAndTrack } from "./check-and-track.ts";
import { checkOptionWithoutCheck } from "./check-option-without-check.ts";
import { checkOptionsWithoutCheck } from "./check-options-without-check.ts";
import { checkRulesWithoutOption } from "./check-rules-without-option.ts";
import { checkSteps } from "./check-steps.ts";
import { checkWithoutPort } from "./check-without-port.ts";
import { clientCertificate } from "./client-certificate.ts";
import { commentInWord } from "./comment-in-word.ts";
import { compressionWithoutType } from "./compression-without-type.ts";
import { condition } from "./condition.ts";
import { conditionArguments } from "./condition-arguments.ts";
import { conditionBlank } from "./condition-blank.ts";
import { conditionPredicate } from "./condition-predicate.ts";
import { connectionModes } from "./connection-modes.ts";
import { constantCondition } from "./constant-condition.ts";
import { contentWithoutDelay } from "./content-without-delay.ts";
import { continuedLine } from "./continued-line.ts";
import { converterType } from "./converter-type.ts";
import { cookieDomain } from "./cookie-domain.ts";
import { cookieInsertCacheable } from "./cookie-insert-cacheable.ts";
import { cookieModes } from "./cookie-modes.ts";
import { cookieWithoutServerCookie } from "./cookie-without-server-cookie.ts";
import { counterIndex } from "./counter-index.ts";
import { counterNotStored } from "./counter-not-stored.ts";
import { counterTrackedTwice } from "./counter-tracked-twice.ts";
import { counterWithoutTrack } from "./counter-without-track.ts";
import { curlyQuote } from "./curly-quote.ts";
import { debugLeftover } from "./debug-leftover.ts";
import { defaultBackendHidesServers } from "./default-backend-hides-servers.ts";
import { defaultServerAfterServer } from "./default-server-after-server.ts";
import { delayWithoutVerdict } from "./delay-without-verdict.ts";
import { detachedArguments } from "./detached-arguments.ts";
import { devlogWithChroot } from "./devlog-with-chroot.ts";
import { dhParamTooSmall } from "./dh-param-too-small.ts";
import { duplicateBind } from "./duplicate-bind.ts";
import { duplicateDefaults } from "./duplicate-defaults.ts";
import { duplicateEntry } from "./duplicate-entry.ts";
import { duplicateId } from "./duplicate-id.ts";
import { duplicatePeer } from "./duplicate-peer.ts";
import { duplicateSection } from "./duplicate-section.ts";
import { duplicateServerAddress } from "./duplicate-server-address.ts";
import { duplicateServerCookie } from "./duplicate-server-cookie.ts";
import { duplicateServerName } from "./duplicate-server-name.ts";
import { dynamicBackend } from "./dynamic-backend.ts";
import { emailAlertIncomplete } from "./email-alert-incomplete.ts";
import { emptyArgument } from "./empty-argument.ts";
import { experimentalDirective } from "./experimental-directive.ts";
import { experimentalLeftOn } from "./experimental-left-on.ts";
import { expression } from "./expression.ts";
import { externalCheckIncomplete } from "./external-check-incomplete.ts";
import { fcgiMaxReqs } from "./fcgi-max-reqs.ts";
import { feMaxconnAboveGlobal } from "./fe-maxconn-above-global.ts";
import { fetchArguments } from "./fetch-arguments.ts";
import { fetchContext } from "./fetch-context.ts";
import { flappingCheck } from "./flapping-check.ts";
import { foreignComment } from "./foreign-comment.ts";
import { forwardedAppended } from "./forwarded-appended.ts";
import { forwardedForTrusted } from "./forwarded-for-trusted.ts";
import { frontendWithoutBackend } from "./frontend-without-backend.ts";
import { frontendWithoutBind } from "./frontend-without-bind.ts";
import { globPattern } from "./glob-pattern.ts";
import { halfCache } from "./half-cache.ts";
import { hashOptionWithoutHash } from "./hash-option-without-hash.ts";
import { headerName } from "./header-name.ts";
import { hostCase } from "./host-case.ts";
import { hostPattern } from "./host-pattern.ts";
import { hostRegex } from "./host-regex.ts";
import { hostSubstring } from "./host-substring.ts";
import { hostSuffix } from "./host-suffix.ts";
import { httpInTcp } from "./http-in-tcp.ts";
import { httpLogInTcp } from "./http-log-in-tcp.ts";
import { httpchkHiddenHeaders } from "./httpchk-hidden-headers.ts";
import { httpchkWithoutHost } from "./httpchk-without-host.ts";
import { implicitDefaults } from "./implicit-defaults.ts";
import { insecurePassword } from "./insecure-password.ts";
import { insecureProcess } from "./insecure-process.ts";
import { invalidHttpAccepted } from "./invalid-http-accepted.ts";
import { invisibleBlank } from "./invisible-blank.ts";
import { lateGlobal } from "./late-global.ts";
import { lateSetenv } from "./late-setenv.ts";
import { lexicalRules } from "./lexical.ts";
import { literalFetch } from "./literal-fetch.ts";
import { logAliasMode } from "./log-alias-mode.ts";
import { logBalance } from "./log-balance.ts";
import { logFacility } from "./log-facility.ts";
import { logFormat } from "./log-format.ts";
import { logFormatOverridden } from "./log-format-overridden.ts";
import { logLevelReversed } from "./log-level-reversed.ts";
import { logNowhere } from "./log-nowhere.ts";
import { logStdoutWithDaemon } from "./log-stdout-with-daemon.ts";
import { maxrewriteTooLarge } from "./maxrewrite-too-large.ts";
import { minconnUseless } from "./minconn-useless.ts";
import { misorderedRule } from "./misordered-rule.ts";
import { missingOption } from "./missing-option.ts";
import { mixedCondition } from "./mixed-condition.ts";
import { modeMismatch } from "./mode-mismatch.ts";
import { monitorFailWithoutUri } from "./monitor-fail-without-uri.ts";
import { networkHostBits } from "./network-host-bits.ts";
import { oldTlsSwitches } from "./old-tls-switches.ts";
import { openRedirect } from "./open-redirect.ts";
import { optionNolinger } from "./option-nolinger.ts";
import { overlappingBind } from "./overlapping-bind.ts";
import { passwordNotHashed } from "./password-not-hashed.ts";
import { pathPattern } from "./path-pattern.ts";
import { patternCase } from "./pattern-case.ts";
import { patternList } from "./pattern-list.ts";
import { patternOperator } from "./pattern-operator.ts";
import { peersMixed } from "./peers-mixed.ts";
import { persistenceWithoutRedispatch } from "./persistence-without-redispatch.ts";
import { plainCheckOnTlsPort } from "./plain-check-on-tls-port.ts";
import { plainRegex } from "./plain-regex.ts";
import { programSection } from "./program-section.ts";
import { proxyProtocolMismatch } from "./proxy-protocol-mismatch.ts";
import { redirectLoop } from "./redirect-loop.ts";
import { redirectTarget } from "./redirect-target.ts";
import { regexAsText } from "./regex-as-text.ts";
import { repeatedLine } from "./repeated-line.ts";
import { repeatedOption } from "./repeated-option.ts";
import { repeatedSetting } from "./repeated-setting.ts";
import { replyHeaders } from "./reply-headers.ts";
import { replyStatus } from "./reply-status.ts";
import { resolversWithoutNameserver } from "./resolvers-without-nameserver.ts";
import { retryNonIdempotent } from "./retry-non-idempotent.ts";
import { rivalOptions } from "./rival-options.ts";
import { runsAsRoot } from "./runs-as-root.ts";
import { scopeLine } from "./scope-line.ts";
import { semicolon } from "./semicolon.ts";
import { serverCookieWithoutCookie } from "./server-cookie-without-cookie.ts";
import { serverFqdnWithoutInitAddr } from "./server-fqdn-without-init-addr.ts";
import { serverFqdnWithoutResolvers } from "./server-fqdn-without-resolvers.ts";
import { serverIpv6WithoutBrackets } from "./server-ipv6-without-brackets.ts";
import { serverIsOwnListener } from "./server-is-own-listener.ts";
import { serverStateWithoutFile } from "./server-state-without-file.ts";
import { serverTlsNameNotChecked } from "./server-tls-name-not-checked.ts";
import { serverTlsNotVerified } from "./server-tls-not-verified.ts";
import { serverTlsOptionsWithoutSsl } from "./server-tls-options-without-ssl.ts";
import { serverWithoutCheck } from "./server-without-check.ts";
import { serverWithoutPort } from "./server-without-port.ts";
import { servicePortInHttp } from "./service-port-in-http.ts";
import { severalBackups } from "./several-backups.ts";
import { severalCheckKinds } from "./several-check-kinds.ts";
import { shadowedRule } from "./shadowed-rule.ts";
import { sharedDefaults } from "./shared-defaults.ts";
import { sizeUnit } from "./size-unit.ts";
import { slowRegex } from "./slow-regex.ts";
import { smugglingProne } from "./smuggling-prone.ts";
import { sniAfterTls } from "./sni-after-tls.ts";
import { sslHelloChk } from "./ssl-hello-chk.ts";
import { statsAdminOpen } from "./stats-admin-open.ts";
import { statsAuthAndRules } from "./stats-auth-and-rules.ts";
import { statsDefaultCredentials } from "./stats-default-credentials.ts";
import { statsInDefaults } from "./stats-in-defaults.ts";
import { statsSocketExposed } from "./stats-socket-exposed.ts";
import { statsUriWithoutSlash } from "./stats-uri-without-slash.ts";
import { statsUserTwice } from "./stats-user-twice.ts";
import { statsWithoutAuth } from "./stats-without-auth.ts";
import { stickStringLength } from "./stick-string-length.ts";
import { stickTableData } from "./stick-table-data.ts";
import { stickTableDualStack } from "./stick-table-dual-stack.ts";
import { stickTableIncomplete } from "./stick-table-incomplete.ts";
import { stickTableWithoutExpire } from "./stick-table-without-expire.ts";
import { stickType } from "./stick-type.ts";
import { textAfterCr } from "./text-after-cr.ts";
import { timeWithTail } from "./time-with-tail.ts";
import { timeoutHttpRequestMissing } from "./timeout-http-request-missing.ts";
import { timeoutOrder } from "./timeout-order.ts";
import { timeoutWithoutUnit } from "./timeout-without-unit.ts";
import { timeoutsMissing } from "./timeouts-missing.ts";
import { tlsWithoutTls } from "./tls-without-tls.ts";
import { tls13InCiphers } from "./tls13-in-ciphers.ts";
import { trackAfterUse } from "./track-after-use.ts";
import { twoStickTables } from "./two-stick-tables.ts";
import { ulimitNTooLow } from "./ulimit-n-too-low.ts";
import { undefinedAcl } from "./undefined-acl.ts";
import { undefinedBackend } from "./undefined-backend.ts";
import { undefinedBandwidthLimit } from "./undefined-bandwidth-limit.ts";
import { undefinedDefaults } from "./undefined-defaults.ts";
import { undefinedSection } from "./undefined-section.ts";
import { undefinedServer } from "./undefined-server.ts";
import { undefinedService } from "./undefined-service.ts";
import { undefinedSpoeEngine } from "./undefined-spoe-engine.ts";
import { undefinedTable } from "./undefined-table.ts";
import { undefinedVariable } from "./undefined-variable.ts";
import { unexpandedVariable } from "./unexpanded-variable.ts";
import { uniqueIdHeaderWithoutFormat } from "./unique-id-header-without-format.ts";
import { unknownConverter } from "./unknown-converter.ts";
import { unknownFetch } from "./unknown-fetch.ts";
import { unreachableRule } from "./unreachable-rule.ts";
import { unsetVariable } from "./unset-variable.ts";
import { unusedAcl } from "./unused-acl.ts";
import { unusedBackend } from "./unused-backend.ts";
import { unusedDefaults } from "./unused-defaults.ts";
import { unusedSection } from "./unused-section.ts";
import { unusedTable } from "./unused-table.ts";
import { unusedVariable } from "./unused-variable.ts";
import { userlistDuplicate } from "./userlist-duplicate.ts";
import { userlistMember } from "./userlist-member.ts";
import { variableName } from "./variable-name.ts";
import { variableScope } from "./variable-scope.ts";
import { verifyUnread } from "./verify-unread.ts";
import { verifyWithoutCa } from "./verify-without-ca.ts";
import { verifyhostIgnored } from "./verifyhost-ignored.ts";
import { weakCiphers } from "./weak-ciphers.ts";
import { weakPasswordHash } from "./weak-password-hash.ts";
import { weakTlsVersion } from "./weak-tls-version.ts";

/** The rules of haproxy.cfg. */
export const haproxyRules = [
  address,
  ...lexicalRules,
  badNegation,
  experimentalDirective,
  actionParameter,
  aclFlag,
  aclLateFlag,
  aclMethod,
  aclName,
  aclNoPattern,
  aclPattern,
  allServersUnavailable,
  alpn,
  anonymousDefaultsRule,
  authInClear,
  backendWithoutServer,
  balanceFirstWithoutMaxconn,
  bindNameTwice,
  bindOnTlsPortWithoutSsl,
  bindSslWithoutCertificate,
  bindTlsOptionsWithoutSsl,
  bufsizeTooSmallForH2,
  bytesInHttp,
  caFileWithoutVerify,
  captureSlot,
  checkAndTrack,
  checkOptionWithoutCheck,
  checkOptionsWithoutCheck,
  checkRulesWithoutOption,
  checkSteps,
  checkWithoutPort,
  clientCertificate,
  commentInWord,
  compressionWithoutType,
  conditionBlank,
  condition,
  conditionPredicate,
  connectionModes,
  constantCondition,
  contentWithoutDelay,
  continuedLine,
  converterType,
  cookieInsertCacheable,
  cookieModes,
  cookieWithoutServerCookie,
  counterIndex,
  counterNotStored,
  counterTrackedTwice,
  counterWithoutTrack,
  curlyQuote,
  debugLeftover,
  defaultBackendHidesServers,
  defaultServerAfterServer,
  delayWithoutVerdict,
  detachedArguments,
  devlogWithChroot,
  dhParamTooSmall,
  duplicateBind,
  duplicateDefaults,
  duplicateEntry,
  duplicateId,
  duplicateSection,
  duplicateServerAddress,
  duplicateServerCookie,
  duplicateServerName,
  dynamicBackend,
  emailAlertIncomplete,
  emptyArgument,
  expression,
  feMaxconnAboveGlobal,
  fetchArguments,
  fetchContext,
  flappingCheck,
  foreignComment,
  forwardedAppended,
  forwardedForTrusted,
  frontendWithoutBackend,
  frontendWithoutBind,
  halfCache,
  hashOptionWithoutHash,
  headerName,
  httpInTcp,
  httpLogInTcp,
  httpchkHiddenHeaders,
  httpchkWithoutHost,
  implicitDefaults,
  insecurePassword,
  insecureProcess,
  invalidHttpAccepted,
  invisibleBlank,
  lateGlobal,
  literalFetch,
  logAliasMode,
  logFormat,
  logFormatOverridden,
  logLevelReversed,
  logNowhere,
  logStdoutWithDaemon,
  maxrewriteTooLarge,
  minconnUseless,
  misorderedRule,
  mixedCondition,
  modeMismatch,
  monitorFailWithoutUri,
  oldTlsSwitches,
  openRedirect,
  optionNolinger,
  overlappingBind,
  passwordNotHashed,
  persistenceWithoutRedispatch,
  plainCheckOnTlsPort,
  redirectLoop,
  redirectTarget,
  repeatedLine,
  repeatedOption,
  repeatedSetting,
  replyHeaders,
  replyStatus,
  resolversWithoutNameserver,
  retryNonIdempotent,
  rivalOptions,
  runsAsRoot,
  scopeLine,
  semicolon,
  serverCookieWithoutCookie,
  serverFqdnWithoutInitAddr,
  serverFqdnWithoutResolvers,
  serverIpv6WithoutBrackets,
  serverIsOwnListener,
  serverStateWithoutFile,
  serverTlsNameNotChecked,
  serverTlsNotVerified,
  serverTlsOptionsWithoutSsl,
  serverWithoutCheck,
  serverWithoutPort,
  servicePortInHttp,
  severalBackups,
  severalCheckKinds,
  shadowedRule,
  sharedDefaults,
  sizeUnit,
  smugglingProne,
  sniAfterTls,
  sslHelloChk,
  statsAdminOpen,
  statsDefaultCredentials,
  statsInDefaults,
  statsSocketExposed,
  statsUriWithoutSlash,
  statsUserTwice,
  statsWithoutAuth,
  stickStringLength,
  stickTableData,
  stickTableDualStack,
  stickTableWithoutExpire,
  stickType,
  textAfterCr,
  timeoutHttpRequestMissing,
  timeoutOrder,
  timeWithTail,
  timeoutWithoutUnit,
  timeoutsMissing,
  tls13InCiphers,
  tlsWithoutTls,
  trackAfterUse,
  twoStickTables,
  ulimitNTooLow,
  undefinedAcl,
  undefinedBackend,
  undefinedDefaults,
  undefinedSection,
  undefinedServer,
  undefinedSpoeEngine,
  undefinedTable,
  undefinedVariable,
  unexpandedVariable,
  uniqueIdHeaderWithoutFormat,
  unknownConverter,
  unknownFetch,
  unreachableRule,
  unsetVariable,
  unusedAcl,
  unusedBackend,
  unusedDefaults,
  unusedSection,
  unusedTable,
  unusedVariable,
  userlistDuplicate,
  userlistMember,
  variableName,
  variableScope,
  verifyhostIgnored,
  verifyUnread,
  verifyWithoutCa,
  weakCiphers,
  weakPasswordHash,
  weakTlsVersion,
  cookieDomain,
  duplicatePeer,
  experimentalLeftOn,
  patternOperator,
  hostCase,
  hostSuffix,
  hostSubstring,
  slowRegex,
  hostRegex,
  peersMixed,
  plainRegex,
  statsAuthAndRules,
  stickTableIncomplete,
  aclNameTaken,
  patternList,
  pathPattern,
  hostPattern,
  globPattern,
  regexAsText,
  patternCase,
  networkHostBits,
  actionSide,
  logFacility,
  missingOption,
  undefinedBandwidthLimit,
  undefinedService,
  proxyProtocolMismatch,
  conditionArguments,
  externalCheckIncomplete,
  fcgiMaxReqs,
  logBalance,
  bandwidthLimitKinds,
  lateSetenv,
  programSection,
];
