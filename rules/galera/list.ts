import { abbreviatedVariable } from "./abbreviated-variable.ts";
import { addressMalformed } from "./address-malformed.ts";
import { autoincLockMode } from "./autoinc-lock-mode.ts";
import { bindAny } from "./bind-any.ts";
import { binlogFormat } from "./binlog-format.ts";
import { booleanWord } from "./boolean-word.ts";
import { bootstrapInFile } from "./bootstrap-in-file.ts";
import { clusterAddressBlank } from "./cluster-address-blank.ts";
import { clusterAddressMissing } from "./cluster-address-missing.ts";
import { clusterAddressPort } from "./cluster-address-port.ts";
import { clusterAddressScheme } from "./cluster-address-scheme.ts";
import { clusterName } from "./cluster-name.ts";
import { doublewriteOff } from "./doublewrite-off.ts";
import { duplicateSetting } from "./duplicate-setting.ts";
import { emptyClusterAddress } from "./empty-cluster-address.ts";
import { foreignVariable } from "./foreign-variable.ts";
import { halfQuoted } from "./half-quoted.ts";
import { idleVariable } from "./idle-variable.ts";
import { inlineComment } from "./inline-comment.ts";
import { logBinSwitch } from "./log-bin-switch.ts";
import { lonelyClusterAddress } from "./lonely-cluster-address.ts";
import { loopbackOnly } from "./loopback-only.ts";
import { mistakeRules } from "./mistakes.ts";
import { nodeAddressNotListed } from "./node-address-not-listed.ts";
import { nodeAddressUnusable } from "./node-address-unusable.ts";
import { providerOptionRule } from "./provider-option.ts";
import { providerPath } from "./provider-path.ts";
import { providerTimeouts } from "./provider-timeouts.ts";
import { queryCache } from "./query-cache.ts";
import { splitBrainIgnored } from "./split-brain-ignored.ts";
import { sstAuth } from "./sst-auth.ts";
import { sstMethod } from "./sst-method.ts";
import { storageEngine } from "./storage-engine.ts";
import { unknownGroup } from "./unknown-group.ts";
import { unknownVariable } from "./unknown-variable.ts";
import { valueAdjusted } from "./value-adjusted.ts";
import { wrongGroup } from "./wrong-group.ts";
import { wsrepOnMissing } from "./wsrep-on-missing.ts";

/** Option files of MySQL and MariaDB, and what they say of Galera. */
export const galeraRules = [
  queryCache,
  bindAny,
  ...mistakeRules,
  unknownVariable,
  abbreviatedVariable,
  foreignVariable,
  idleVariable,
  unknownGroup,
  wrongGroup,
  halfQuoted,
  inlineComment,
  duplicateSetting,
  valueAdjusted,
  logBinSwitch,
  wsrepOnMissing,
  booleanWord,
  binlogFormat,
  autoincLockMode,
  storageEngine,
  doublewriteOff,
  providerPath,
  clusterAddressMissing,
  emptyClusterAddress,
  lonelyClusterAddress,
  bootstrapInFile,
  clusterAddressScheme,
  clusterAddressBlank,
  clusterAddressPort,
  addressMalformed,
  nodeAddressUnusable,
  nodeAddressNotListed,
  clusterName,
  providerOptionRule,
  providerTimeouts,
  splitBrainIgnored,
  sstMethod,
  sstAuth,
  loopbackOnly,
];
