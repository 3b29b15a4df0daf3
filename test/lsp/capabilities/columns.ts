import type { Column } from "./column.ts";
import { cib } from "./formats/cib.ts";
import { corosync } from "./formats/corosync.ts";
import { crmsh } from "./formats/crmsh.ts";
import { drbd } from "./formats/drbd.ts";
import { fstab } from "./formats/fstab.ts";
import { galera } from "./formats/galera.ts";
import { haproxy } from "./formats/haproxy.ts";
import { interfaces } from "./formats/interfaces.ts";
import { keepalived } from "./formats/keepalived.ts";
import { ldirectord } from "./formats/ldirectord.ts";
import { ocfs2 } from "./formats/ocfs2.ts";
import { systemd } from "./formats/systemd.ts";

/** The columns of the table, in its order. */
export const columns: readonly Column[] = [
  keepalived,
  haproxy,
  drbd,
  corosync,
  ocfs2,
  galera,
  interfaces,
  cib,
  crmsh,
  systemd,
  fstab,
  ldirectord,
];
