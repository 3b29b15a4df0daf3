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
import { deviceFacts, mountFacts, portFacts, serviceFacts } from "./facts-storage.ts";
import type { Facts } from "./model.ts";

/** Gathers what all files of one machine say; `nodeName` tells which parts of shared files are about it. */
export const factsOf = (documents: readonly Document[], nodeName: string): Facts => ({
  ...networkKnown(documents),
  addresses: addressFacts(documents),
  interfaces: interfaceFacts(documents),
  gateways: gatewayFacts(documents),
  vips: vipFacts(documents),
  names: nameFacts(documents),
  mounts: mountFacts(documents),
  devices: deviceFacts(documents, nodeName),
  ports: [...portFacts(documents, nodeName), ...listenFacts(documents)],
  services: serviceFacts(documents),
  sysctl: sysctlFacts(documents),
});
