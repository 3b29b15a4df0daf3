import { address } from "./address.ts";
import { aliasParent } from "./alias-parent.ts";
import { broadcastNetwork } from "./broadcast-network.ts";
import { duplicateAddress } from "./duplicate-address.ts";
import { duplicateStanza } from "./duplicate-stanza.ts";
import { gatewayOffSubnet } from "./gateway-off-subnet.ts";
import { ifaceLine } from "./iface-line.ts";
import { inlineComment } from "./inline-comment.ts";
import { misplacedOption } from "./misplaced-option.ts";
import { missingOption } from "./missing-option.ts";
import { multipleGateways } from "./multiple-gateways.ts";
import { noNetmask } from "./no-netmask.ts";
import { notAuto } from "./not-auto.ts";
import { optionTypo } from "./option-typo.ts";
import { repeatedOption } from "./repeated-option.ts";
import { unknownInterface } from "./unknown-interface.ts";

/** Rules over /etc/network/interfaces. */
export const interfacesRules = [
  ifaceLine,
  misplacedOption,
  missingOption,
  optionTypo,
  unknownInterface,
  inlineComment,
  address,
  noNetmask,
  gatewayOffSubnet,
  multipleGateways,
  broadcastNetwork,
  notAuto,
  aliasParent,
  repeatedOption,
  duplicateAddress,
  duplicateStanza,
];
