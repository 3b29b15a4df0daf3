import { arpRule } from "./arp.ts";

export const drArpIgnore = arpRule(
  "cluster/dr-arp-ignore",
  "A real server of lb_kind DR must not answer ARP for the virtual address on lo",
  {
    name: "arp_ignore",
    least: 1,
    consequence: (vip) =>
      `this machine answers ARP for ${vip} like the director, and clients bypass the director`,
  },
);
