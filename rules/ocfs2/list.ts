import { clusterName } from "./cluster-name.ts";
import { duplicateAddress } from "./duplicate-address.ts";
import { duplicateNode } from "./duplicate-node.ts";
import { duplicateNumber } from "./duplicate-number.ts";
import { duplicateRegion } from "./duplicate-region.ts";
import { fewRegions } from "./few-regions.ts";
import { globalWithoutRegion } from "./global-without-region.ts";
import { inlineComment } from "./inline-comment.ts";
import {
  attributeOutsideStanza,
  blankInStanza,
  headerSyntax,
  indent,
  indentedComment,
  separator,
  strayCharacter,
} from "./mistakes.ts";
import { nodeCount } from "./node-count.ts";
import { nodeName } from "./node-name.ts";
import { numberRange } from "./number-range.ts";
import { portMismatch } from "./port-mismatch.ts";
import { portRange } from "./port-range.ts";
import { regionFormat } from "./region-format.ts";
import { regionInLocalMode } from "./region-in-local-mode.ts";
import { unknownCluster } from "./unknown-cluster.ts";
import { unusableAddress } from "./unusable-address.ts";

/** OCFS2's cluster.conf. */
export const ocfs2Rules = [
  indent,
  blankInStanza,
  attributeOutsideStanza,
  indentedComment,
  headerSyntax,
  separator,
  strayCharacter,
  inlineComment,
  unknownCluster,
  nodeCount,
  duplicateNumber,
  duplicateAddress,
  duplicateNode,
  duplicateRegion,
  numberRange,
  portRange,
  portMismatch,
  unusableAddress,
  clusterName,
  nodeName,
  regionFormat,
  globalWithoutRegion,
  fewRegions,
  regionInLocalMode,
];
