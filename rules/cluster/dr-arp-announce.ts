import { arpRule } from "./arp.ts";

export const drArpAnnounce = arpRule(
  "cluster/dr-arp-announce",
  "A real server of lb_kind DR must not name the virtual address in its own ARP requests",
  {
    name: "arp_announce",
    least: 2,
    consequence: (vip) =>
      `this machine asks with ${vip} as the sender, and its neighbours then send it the packets of the director`,
  },
);
