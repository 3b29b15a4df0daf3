import type { Rule } from "../rule.ts";
import { agentParam } from "./agent-param.ts";
import { agentUnknown } from "./agent-unknown.ts";
import { apacheStatusurl } from "./apache-statusurl.ts";
import { bundleNoNetwork } from "./bundle-no-network.ts";
import { classRemoved } from "./class-removed.ts";
import { cliConstraintLeft } from "./cli-constraint-left.ts";
import { colocationNoOrder } from "./colocation-no-order.ts";
import { colocationSingle } from "./colocation-single.ts";
import { constraintInClone } from "./constraint-in-clone.ts";
import { constraintLoop } from "./constraint-loop.ts";
import { constraintNodeUnknown } from "./constraint-node-unknown.ts";
import { constraintRscUnknown } from "./constraint-rsc-unknown.ts";
import { dateSyntax } from "./date-syntax.ts";
import { drbdNoNotify } from "./drbd-no-notify.ts";
import { drbdNotPromotable } from "./drbd-not-promotable.ts";
import { fenceDelay } from "./fence-delay.ts";
import { fenceDeviceOnTarget } from "./fence-device-on-target.ts";
import { fsBeforePromote } from "./fs-before-promote.ts";
import { fsCloneNonclusterfs } from "./fs-clone-nonclusterfs.ts";
import { fsClusterfsNotCloned } from "./fs-clusterfs-not-cloned.ts";
import { maintenanceLeft } from "./maintenance-left.ts";
import { masterElement } from "./master-element.ts";
import { metaRemoved } from "./meta-removed.ts";
import { metaUnknown } from "./meta-unknown.ts";
import { metaValue } from "./meta-value.ts";
import { migrationNoExpiry } from "./migration-no-expiry.ts";
import { monitorMissing } from "./monitor-missing.ts";
import { monitorNoInterval } from "./monitor-no-interval.ts";
import { noQuorumIgnore } from "./no-quorum-ignore.ts";
import { noStickiness } from "./no-stickiness.ts";
import { nodeDup } from "./node-dup.ts";
import { oldValue } from "./old-value.ts";
import { onfailFenceDisabled } from "./onfail-fence-disabled.ts";
import { onfailNotAllowed } from "./onfail-not-allowed.ts";
import { opDupInterval } from "./op-dup-interval.ts";
import { opRecurring } from "./op-recurring.ts";
import { opTimeout } from "./op-timeout.ts";
import { opValue } from "./op-value.ts";
import { orderScore } from "./order-score.ts";
import { orderSymmetrical } from "./order-symmetrical.ts";
import { orderWithoutAction } from "./order-without-action.ts";
import { paramValue } from "./param-value.ts";
import { patternSyntax } from "./pattern-syntax.ts";
import { promotableClass } from "./promotable-class.ts";
import { promotableNumbers } from "./promotable-numbers.ts";
import { propertyDuplicate } from "./property-duplicate.ts";
import { propertyInvalid } from "./property-invalid.ts";
import { propertyRemoved } from "./property-removed.ts";
import { propertyRenamed } from "./property-renamed.ts";
import { propertyUnknown } from "./property-unknown.ts";
import { roleNotPromotable } from "./role-not-promotable.ts";
import { ruleNoScore } from "./rule-no-score.ts";
import { scoreSyntax } from "./score-syntax.ts";
import { stonithDeviceDisabled } from "./stonith-device-disabled.ts";
import { stonithDisabled } from "./stonith-disabled.ts";
import { stonithNoDevice } from "./stonith-no-device.ts";
import { stonithTarget } from "./stonith-target.ts";
import { suicideNoFencing } from "./suicide-no-fencing.ts";
import { topologyDeviceUnknown } from "./topology-device-unknown.ts";
import { vipDuplicate } from "./vip-duplicate.ts";
import { watchdogTimeout } from "./watchdog-timeout.ts";

/** Pacemaker, in the CIB and in the crm shell's syntax. */
export const pacemakerRules: readonly Rule[] = [
  noStickiness,
  agentParam,
  agentUnknown,
  apacheStatusurl,
  colocationNoOrder,
  colocationSingle,
  drbdNoNotify,
  drbdNotPromotable,
  fsBeforePromote,
  orderWithoutAction,
  fsCloneNonclusterfs,
  fsClusterfsNotCloned,
  paramValue,
  vipDuplicate,
  watchdogTimeout,
  stonithDisabled,
  stonithNoDevice,
  stonithDeviceDisabled,
  propertyUnknown,
  propertyInvalid,
  propertyDuplicate,
  propertyRenamed,
  propertyRemoved,
  noQuorumIgnore,
  suicideNoFencing,
  maintenanceLeft,
  cliConstraintLeft,
  metaUnknown,
  metaRemoved,
  metaValue,
  oldValue,
  monitorMissing,
  monitorNoInterval,
  opDupInterval,
  opRecurring,
  opTimeout,
  opValue,
  onfailFenceDisabled,
  onfailNotAllowed,
  scoreSyntax,
  ruleNoScore,
  dateSyntax,
  patternSyntax,
  orderScore,
  orderSymmetrical,
  masterElement,
  promotableNumbers,
  promotableClass,
  roleNotPromotable,
  classRemoved,
  nodeDup,
  migrationNoExpiry,
  fenceDelay,
  stonithTarget,
  fenceDeviceOnTarget,
  topologyDeviceUnknown,
  constraintNodeUnknown,
  constraintRscUnknown,
  constraintInClone,
  constraintLoop,
  bundleNoNetwork,
];
