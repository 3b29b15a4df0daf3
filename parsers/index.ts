import type { Format } from "./core/format.ts";
import { drbd } from "./drbd/index.ts";
import { fstab } from "./fstab/index.ts";
import { haproxy } from "./haproxy/index.ts";
import { hostname } from "./hostname/index.ts";
import { hosts } from "./hosts/index.ts";
import { interfaces } from "./interfaces/index.ts";
import { ipvsadmRules } from "./ipvsadm/index.ts";
import { keepalived } from "./keepalived/index.ts";
import { ocfs2 } from "./ocfs2/index.ts";
import { rcLocal } from "./rclocal/index.ts";
import { haproxyDefault, ipvsadmDefault, o2cb } from "./shellvars/index.ts";
import { sysctl } from "./sysctl/index.ts";
import { haproxyUnit } from "./systemd/index.ts";

/** Every format that halint reads, most specific first. */
export const formats: readonly Format[] = [
  keepalived,
  drbd,
  ocfs2,
  o2cb,
  ipvsadmDefault,
  haproxy,
  haproxyDefault,
  haproxyUnit,
  ipvsadmRules,
  interfaces,
  hosts,
  hostname,
  fstab,
  sysctl,
  rcLocal,
];
