import { enabledServices } from "../../parsers/systemd/enabled.ts";
import type { Document } from "../rule.ts";
import { listenFacts } from "./facts-haproxy.ts";
import {
  addressFacts,
  gatewayFacts,
  interfaceFacts,
  nameFacts,
  networkKnown,
  sysctlFacts,
  vipFacts,
} from "./facts-network.ts";
import { serverPorts } from "./facts-ports.ts";
import { deviceFacts, mountFacts, portFacts, serviceFacts } from "./facts-storage.ts";
import type { Facts } from "./model.ts";

/**
 * Gathers what all files of one machine say; `nodeName` tells which parts of shared files are about it, `paths` are all
 * files of its tree.
 */
export const factsOf = (
  documents: readonly Document[],
  nodeName: string,
  paths: ReadonlySet<string>,
): Facts => ({
  ...networkKnown(documents),
  addresses: addressFacts(documents),
  interfaces: interfaceFacts(documents),
  gateways: gatewayFacts(documents),
  vips: vipFacts(documents),
  names: nameFacts(documents),
  mounts: mountFacts(documents),
  devices: deviceFacts(documents, nodeName),
  ports: [...portFacts(documents, nodeName), ...listenFacts(documents), ...serverPorts(documents)],
  services: serviceFacts(documents),
  enabled: enabledServices(paths),
  sysctl: sysctlFacts(documents),
});
