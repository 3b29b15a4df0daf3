import { localServer } from "./local-server.ts";
import { lostDash } from "./lost-dash.ts";
import { incompleteStatement, strayWord, unclosedVolume } from "./mistakes.ts";
import { mountInRcLocal } from "./mount-in-rc-local.ts";
import { mountOption } from "./mount-option.ts";
import { mountSource } from "./mount-source.ts";
import { repeatedOption } from "./repeated-option.ts";
import { replicaCount } from "./replica-count.ts";
import { singleServer } from "./single-server.ts";
import { statementOrder } from "./statement-order.ts";
import { unknownOption } from "./unknown-option.ts";
import { unknownSubvolume } from "./unknown-subvolume.ts";
import { unknownTranslator } from "./unknown-translator.ts";

/** GlusterFS: volfiles, and the mounts of fstab and rc.local. */
export const glusterRules = [
  unclosedVolume,
  incompleteStatement,
  strayWord,
  statementOrder,
  unknownTranslator,
  unknownSubvolume,
  unknownOption,
  repeatedOption,
  replicaCount,
  mountSource,
  mountOption,
  singleServer,
  localServer,
  mountInRcLocal,
  lostDash,
];
