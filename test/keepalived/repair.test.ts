import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { mistakesOf, readText, shown } from "./helpers.ts";

const early = `vrrp_instance VI_1 {
    state MASTER
    advert_int 1
}
smtp_alert
authentication {
    auth_type PASS
}
virtual_ipaddress {
    10.0.0.4
}
}
`;

test("a block that is closed early gets its statements back, with one mistake at the early brace", () => {
  const tree = readText(early);
  expect(shown(tree)).toBe(
    "[vrrp_instance][VI_1]{[state][MASTER] [advert_int][1] [smtp_alert] [authentication]{[auth_type][PASS]} [virtual_ipaddress]{[10.0.0.4]}}",
  );
  expect(mistakesOf(tree)).toEqual([
    `keepalived/block-closed-early ${early.indexOf("}")} }: this } closes vrrp_instance VI_1 too early: smtp_alert and what follows belong to it and are not read`,
  ]);
  expect(tree.mistakes[0]?.related?.[0]?.at.start).toBe(early.lastIndexOf("}"));
});

test("an early brace deep inside is found where it is", () => {
  const text =
    "virtual_server 1.2.3.4 80 {\n real_server 1.2.3.5 80 {\n }\n TCP_CHECK {\n }\n }\n real_server 1.2.3.6 80 {\n }\n}\n";
  const tree = readText(text);
  expect(tree.mistakes.map(({ rule, at }) => [rule, at.start])).toEqual([
    ["keepalived/block-closed-early", text.indexOf("}")],
  ]);
  expect(shown(tree)).toContain("[real_server][1.2.3.5][80]{[TCP_CHECK]{}} [real_server][1.2.3.6]");
});

test("a stray brace after a whole block stays a stray brace", () => {
  expect(mistakesOf(readText("vrrp_script x {\n}\n}\n"))).toEqual([
    "syntax/stray-brace 18 }: this } closes nothing: every block is closed before it",
  ]);
});

test("a missing brace is told at the block that is really open, by indentation", () => {
  const text =
    "virtual_server 1.2.3.4 80 {\n  real_server 1.2.3.5 80 {\n    TCP_CHECK {\n      connect_port 80\n  }\n}\nvrrp_script x {\n}\n";
  const tree = readText(text);
  expect(mistakesOf(tree)).toEqual([
    `syntax/missing-brace ${text.indexOf("TCP_CHECK {") + 10} {: this { of TCP_CHECK is never closed`,
  ]);
  expect(tree.statements.map(({ keyword }) => keyword.value)).toEqual(["virtual_server", "vrrp_script"]);
});

test("a missing brace is told by a keyword that cannot stand inside", () => {
  const text = "vrrp_instance A {\nstate BACKUP\nvrrp_instance B {\nstate BACKUP\n}\n";
  const tree = readText(text);
  expect(mistakesOf(tree)).toEqual(["syntax/missing-brace 16 {: this { of vrrp_instance is never closed"]);
  expect(tree.statements).toHaveLength(2);
});

test("the file as the book prints it has one mistake, and the instance is whole", () => {
  const tree = readText(readFileSync(new URL("as-printed.conf", import.meta.url), "utf8"));
  expect(tree.mistakes.map(({ rule }) => rule)).toEqual(["keepalived/block-closed-early"]);
  expect(tree.statements.at(-1)!.block!.statements.at(-1)!.keyword.value).toBe("virtual_ipaddress");
  const { vrrpInstances, virtualServers } = keepalived.model(tree);
  expect(vrrpInstances[0]!.virtualIps.map(({ ip }) => ip?.value)).toEqual(["10.0.0.4"]);
  expect(vrrpInstances[0]!.authentication?.pass?.value).toBe("example");
  expect(virtualServers[0]!.sorryServer?.ip?.value).toBe("10.0.0.6");
  expect(virtualServers[0]!.realServers.map(({ port }) => port?.value)).toEqual([80, 80]);
});

test("a missing opening brace is told at its keyword, and the block is read", () => {
  const tree = readText("vrrp_instance A\nstate BACKUP\ninterface eth0\n}\nvrrp_script x {\n}\n");
  expect(mistakesOf(tree)).toEqual([
    "syntax/missing-brace 0 vrrp_instance A: vrrp_instance A has no { before its settings",
  ]);
  expect(shown(tree)).toBe("[vrrp_instance][A]{[state][BACKUP] [interface][eth0]} [vrrp_script][x]{}");
});
