import { isIp } from "../../parsers/core/types.ts";
import { hosts } from "../../parsers/hosts/index.ts";
import { addressOf, bitsOf } from "../../parsers/interfaces/address.ts";
import { interfaces } from "../../parsers/interfaces/index.ts";
import { deviceOf, type Interfaces, selected } from "../../parsers/interfaces/model.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Address, VrrpInstance } from "../../parsers/keepalived/model.ts";
import { ifcfg } from "../../parsers/shellvars/index.ts";
import { effectiveSysctl, readingOrder } from "../../parsers/sysctl/effective.ts";
import { sysctl } from "../../parsers/sysctl/index.ts";
import type { Document } from "../rule.ts";
import {
  type AddressFact,
  type GatewayFact,
  type InterfaceFact,
  modelsIn,
  type NameFact,
  type SysctlFact,
  type VipFact,
} from "./model.ts";

type Documents = readonly Document[];

/** What is known of a machine's network: all of it where interfaces(5) was read whole and names a real interface. */
export function networkKnown(documents: Documents): { interfacesKnown: boolean; addressesKnown: boolean } {
  const files = documents.filter(({ format }) => format.id === interfaces.id);
  const stanzas = modelsIn(files, interfaces).flatMap((model) => model.stanzas);
  const real = stanzas.filter(({ name }) => deviceOf(name.value) !== "lo");
  const whole = files.length > 0 && files.every(({ root, whole }) => root && whole);
  const sources = [
    ...files.map(({ tree }) => tree.source),
    ...stanzas.map(({ statement }) => statement.at.source),
  ];
  const plain = !sources.some(({ text }) => /\{\{|\{%|<%/.test(text));
  const interfacesKnown = whole && plain && real.length > 0;
  const told = real.every(
    ({ method, family }) => family === "inet6" || method === "static" || method === "manual",
  );
  return { interfacesKnown, addressesKnown: interfacesKnown && told };
}

export const addressFacts = (documents: Documents): AddressFact[] => [
  ...modelsIn(documents, ifcfg).flatMap(({ device, addresses }) =>
    device
      ? addresses.map(({ ip, mask, at, maskAt }): AddressFact => {
          const prefix = mask === undefined ? undefined : bitsOf(mask, 4);
          const common = { ip, at, prefixAt: maskAt, interface: deviceOf(device.name), label: device.name };
          return prefix === undefined ? common : { ...common, prefix };
        })
      : [],
  ),
  ...modelsIn(documents, interfaces).flatMap(({ stanzas }) =>
    stanzas.flatMap((stanza): AddressFact[] => {
      const address = addressOf(stanza);
      if (!address) return [];
      const { ip, prefix, at, prefixAt } = address;
      const label = stanza.name.value;
      const common = { ip, interface: deviceOf(label), label, at, prefixAt };
      return [prefix === undefined ? common : { ...common, prefix }];
    }),
  ),
  ...modelsIn(documents, keepalived).flatMap(({ staticAddresses }) =>
    staticAddresses.flatMap(({ ip, prefix, dev, label }): AddressFact[] => {
      if (!ip) return [];
      const device = dev?.value ?? "";
      const { at } = ip.word;
      return [
        {
          ip: ip.value,
          interface: device,
          label: label?.value ?? device,
          at,
          prefixAt: at,
          prefix: prefix?.value ?? 32,
        },
      ];
    }),
  ),
];

export const interfaceFacts = (documents: Documents): InterfaceFact[] => [
  ...modelsIn(documents, ifcfg).flatMap(({ device, auto, method }) =>
    device ? [{ ...device, auto, method }] : [],
  ),
  ...modelsIn(documents, interfaces).flatMap((model) => {
    const up = new Set(selected(model).map(({ name }) => name));
    return model.stanzas.map(({ name, method }) => ({
      name: name.value,
      at: name.at,
      auto: up.has(name.value),
      method: method ?? "",
    }));
  }),
];

export const gatewayFacts = (documents: Documents): GatewayFact[] => [
  ...modelsIn(documents, ifcfg).flatMap(({ device, gateway }) =>
    device && gateway && isIp(gateway.value)
      ? [{ ip: gateway.value, interface: deviceOf(device.name), at: gateway.at }]
      : [],
  ),
  ...modelsIn(documents, interfaces).flatMap(({ stanzas }: Interfaces) =>
    stanzas.flatMap((stanza): GatewayFact[] => {
      const gateway = addressOf(stanza)?.gateway;
      if (!gateway || !isIp(gateway.value)) return [];
      return [{ ip: gateway.value, interface: deviceOf(stanza.name.value), at: gateway.at }];
    }),
  ),
];

export const vipFacts = (documents: Documents): VipFact[] =>
  modelsIn(documents, keepalived).flatMap(({ vrrpInstances }) =>
    vrrpInstances.flatMap((instance) => [
      ...instance.virtualIps.flatMap((address) => vipFact(address, instance, true)),
      ...instance.excludedIps.flatMap((address) => vipFact(address, instance, false)),
    ]),
  );

function vipFact({ ip, prefix, dev }: Address, instance: VrrpInstance, advertised: boolean): VipFact[] {
  if (!ip) return [];
  const device = dev?.value ?? instance.interface?.value;
  return [
    {
      ip: ip.value,
      owner: instance.name?.value ?? "",
      by: "keepalived",
      advertised,
      at: ip.word.at,
      ...(prefix ? { prefix: prefix.value } : {}),
      ...(device ? { interface: device } : {}),
    },
  ];
}

export const nameFacts = (documents: Documents): NameFact[] =>
  modelsIn(documents, hosts).flatMap(({ entries }) =>
    entries.flatMap(({ address, names }) =>
      isIp(address.value)
        ? names.map((name) => ({ name: name.value, ip: address.value, at: name.at, ipAt: address.at }))
        : [],
    ),
  );

export function sysctlFacts(documents: Documents): ReadonlyMap<string, SysctlFact> {
  const files = documents.flatMap(({ format, path, model }) =>
    format.id === sysctl.id ? [{ path, model: model as ReturnType<typeof sysctl.model> }] : [],
  );
  const facts = new Map<string, SysctlFact>();
  for (const [key, { value, word, over }] of effectiveSysctl(readingOrder(files)))
    facts.set(key, {
      key,
      value,
      at: word.at,
      over: over.map((one) => ({ value: one.value, at: one.word.at })),
    });
  return facts;
}
