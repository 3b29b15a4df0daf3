import { duplicateMountPoint } from "./duplicate-mount-point.ts";
import { fieldCount } from "./field-count.ts";
import { fsckPass } from "./fsck-pass.ts";
import { mountOrder } from "./mount-order.ts";
import { netdevMissing } from "./netdev-missing.ts";
import { ocfs2HeartbeatOption } from "./ocfs2-heartbeat-option.ts";
import { typeTypo } from "./type-typo.ts";

/** /etc/fstab. */
export const fstabRules = [
  fieldCount,
  typeTypo,
  duplicateMountPoint,
  netdevMissing,
  mountOrder,
  fsckPass,
  ocfs2HeartbeatOption,
];
