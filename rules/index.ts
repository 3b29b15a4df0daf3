import { clusterRules } from "./cluster/list.ts";
import { crossRules } from "./cross/list.ts";
import { drbdRules } from "./drbd/list.ts";
import { fstabRules } from "./fstab/list.ts";
import { haproxyRules } from "./haproxy/list.ts";
import { hostsRules } from "./hosts/list.ts";
import { interfacesRules } from "./interfaces/list.ts";
import { ipvsadmRules } from "./ipvsadm/list.ts";
import { ipvsadmRulesRules } from "./ipvsadm-rules/list.ts";
import { keepalivedRules } from "./keepalived/list.ts";
import { lvsRules } from "./lvs/list.ts";
import { o2cbRules } from "./o2cb/list.ts";
import { ocfs2Rules } from "./ocfs2/list.ts";
import type { Rule } from "./rule.ts";
import { schemaRules } from "./schema/list.ts";
import { shellvarsRules } from "./shellvars/list.ts";
import { syntaxRules } from "./syntax/list.ts";
import { sysctlRules } from "./sysctl/list.ts";

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  ...syntaxRules,
  ...schemaRules,
  ...keepalivedRules,
  ...lvsRules,
  ...drbdRules,
  ...ocfs2Rules,
  ...o2cbRules,
  ...shellvarsRules,
  ...fstabRules,
  ...haproxyRules,
  ...hostsRules,
  ...interfacesRules,
  ...sysctlRules,
  ...ipvsadmRules,
  ...ipvsadmRulesRules,
  ...crossRules,
  ...clusterRules,
];
