import { apache } from "./apache/index.ts";
import { cib } from "./cib/index.ts";
import type { Format } from "./core/format.ts";
import { corosync } from "./corosync/index.ts";
import { crmsh } from "./crmsh/index.ts";
import { drbd } from "./drbd/index.ts";
import { fstab } from "./fstab/index.ts";
import { gluster } from "./gluster/index.ts";
import { haproxy } from "./haproxy/index.ts";
import { authkeys } from "./heartbeat/authkeys.ts";
import { haCf } from "./heartbeat/haCf.ts";
import { haresources } from "./heartbeat/haresources.ts";
import { hostname } from "./hostname/index.ts";
import { hosts } from "./hosts/index.ts";
import { interfaces } from "./interfaces/index.ts";
import { ipvsadmRules } from "./ipvsadm/index.ts";
import { keepalived } from "./keepalived/index.ts";
import { ldirectord } from "./ldirectord/index.ts";
import { galera } from "./mycnf/index.ts";
import { ocfs2 } from "./ocfs2/index.ts";
import { postgresql } from "./postgresql/index.ts";
import { rcLocal } from "./rclocal/index.ts";
import { haproxyDefault, ifcfg, ipvsadmDefault, o2cb, sbd, varnish } from "./shellvars/index.ts";
import { sysctl } from "./sysctl/index.ts";
import { systemd } from "./systemd/index.ts";

/** Every format that halint reads, most specific first. */
export const formats: readonly Format[] = [
  keepalived,
  drbd,
  ocfs2,
  galera,
  corosync,
  cib,
  o2cb,
  sbd,
  varnish,
  ipvsadmDefault,
  haproxy,
  haproxyDefault,
  ldirectord,
  haCf,
  haresources,
  authkeys,
  apache,
  gluster,
  systemd,
  ipvsadmRules,
  crmsh,
  postgresql,
  interfaces,
  ifcfg,
  hosts,
  hostname,
  fstab,
  sysctl,
  rcLocal,
];
