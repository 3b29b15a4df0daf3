import { expect, test } from "vitest";
import { crmsh } from "../../parsers/crmsh/index.ts";
import { agents, providerOf } from "../../parsers/pacemaker/agents.ts";
import { lintText } from "../support/cluster.ts";

test("the table of agents holds facts in one shape", () => {
  for (const [id, { complete, params = {}, actions = [] }] of Object.entries(agents())) {
    expect(id).toMatch(/^(ocf:[\w-]+:[\w.-]+|stonith:[\w./-]+)$/);
    expect(complete === true || Object.keys(params).length === 0).toBe(true);
    for (const [name, param] of Object.entries(params)) {
      expect(name).toMatch(/^[\w.-]+$/);
      for (const key of Object.keys(param))
        expect(["type", "required", "unique", "default", "oneOf", "replaces", "deprecated"]).toContain(key);
    }
    for (const { name, timeout = "1", interval = "1" } of actions) {
      expect(name).toMatch(/^[\w-]+$/);
      expect(`${timeout} ${interval}`).toMatch(/^\d+(\.\d+)?(s|m|min|ms|h)? \d+(\.\d+)?(s|m|min|ms|h)?$/);
    }
  }
});

test("what the agents themselves say", () => {
  expect(agents()["ocf:heartbeat:IPaddr2"]?.params?.ip).toEqual({ required: true, unique: true });
  expect(agents()["ocf:heartbeat:Filesystem"]?.actions).toContainEqual({
    name: "monitor",
    timeout: "40s",
    interval: "20s",
  });
  expect(Object.keys(agents()["ocf:linbit:drbd"]?.params ?? {})).toContain("drbd_resource");
  expect(["IPaddr2", "ping", "drbd", "nosuch"].map(providerOf)).toEqual([
    "heartbeat",
    "pacemaker",
    "linbit",
    "heartbeat",
  ]);
});

test("an older name of a parameter, and a default, will do", () => {
  const text = [
    "primitive a stonith:fence_apc params ip=10.0.0.1 username=u password=p op monitor interval=60s",
    "primitive b stonith:fence_apc params ipaddr=10.0.0.1 login=u passwd=p op monitor interval=60s",
    "primitive c stonith:fence_pve params ip=10.0.0.1 password=p op monitor interval=60s",
    "primitive d stonith:fence_virsh params username=u op monitor interval=60s",
  ].join("\n");
  expect(
    lintText(crmsh, text)
      .filter(({ rule }) => rule === "pacemaker/agent-param")
      .map(({ message }) => message),
  ).toEqual(["stonith:fence_virsh needs ip: d cannot start without it"]);
});
