import { apacheRules } from "./apache/list.ts";
import { cibRules } from "./cib/list.ts";
import { clusterRules } from "./cluster/list.ts";
import { corosyncRules } from "./corosync/list.ts";
import { crmshRules } from "./crmsh/list.ts";
import { crossRules } from "./cross/list.ts";
import { drbdRules } from "./drbd/list.ts";
import { fstabRules } from "./fstab/list.ts";
import { galeraRules } from "./galera/list.ts";
import { glusterRules } from "./gluster/list.ts";
import { halintRules } from "./halint/list.ts";
import { haproxyRules } from "./haproxy/list.ts";
import { heartbeatRules } from "./heartbeat/list.ts";
import { hostsRules } from "./hosts/list.ts";
import { interfacesRules } from "./interfaces/list.ts";
import { ipvsadmRules } from "./ipvsadm/list.ts";
import { ipvsadmRulesRules } from "./ipvsadm-rules/list.ts";
import { keepalivedRules } from "./keepalived/list.ts";
import { ldirectordRules } from "./ldirectord/list.ts";
import { lvsRules } from "./lvs/list.ts";
import { o2cbRules } from "./o2cb/list.ts";
import { ocfs2Rules } from "./ocfs2/list.ts";
import { pacemakerRules } from "./pacemaker/list.ts";
import { postgresqlRules } from "./postgresql/list.ts";
import type { Rule } from "./rule.ts";
import { sbdRules } from "./sbd/list.ts";
import { schemaRules } from "./schema/list.ts";
import { shellvarsRules } from "./shellvars/list.ts";
import { syntaxRules } from "./syntax/list.ts";
import { sysctlRules } from "./sysctl/list.ts";
import { systemdRules } from "./systemd/list.ts";

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  ...syntaxRules,
  ...schemaRules,
  ...keepalivedRules,
  ...lvsRules,
  ...drbdRules,
  ...crmshRules,
  ...pacemakerRules,
  ...ocfs2Rules,
  ...o2cbRules,
  ...sbdRules,
  ...corosyncRules,
  ...cibRules,
  ...shellvarsRules,
  ...fstabRules,
  ...galeraRules,
  ...postgresqlRules,
  ...haproxyRules,
  ...ldirectordRules,
  ...heartbeatRules,
  ...apacheRules,
  ...glusterRules,
  ...systemdRules,
  ...hostsRules,
  ...interfacesRules,
  ...sysctlRules,
  ...ipvsadmRules,
  ...ipvsadmRulesRules,
  ...crossRules,
  ...clusterRules,
  ...halintRules,
];
