import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";
import type { NvPair, ResourceSet } from "../../parsers/pacemaker/model.ts";

const model = (text: string) => crmsh.model(crmsh.parse(sourceOf("cluster.crm", text)));
const pairs = (list: readonly NvPair[]) => list.map(({ name, value }) => `${name.value}=${value?.value}`);
const sets = (list: readonly ResourceSet[]) =>
  list.map(({ resources, options }) => [
    resources
      .map(({ resource, role, action }) => [resource.value, (role ?? action)?.value].join(":"))
      .join(" "),
    ...pairs(options),
  ]);

describe("resources", () => {
  test("a primitive with its agent, parameters, operations and the monitor that another command adds", () => {
    const { primitives } = model(
      "primitive vip IPaddr2 $id=p 10: ip=10.0.0.4 op monitor interval=10s role=Started OCF_CHECK_LEVEL=10 meta x=y\nmonitor vip:Stopped 60s:20s\n",
    );
    const [vip] = primitives;
    expect([vip?.class, vip?.provider, vip?.type].map((word) => word?.value)).toEqual([
      "ocf",
      "heartbeat",
      "IPaddr2",
    ]);
    expect([vip?.class, vip?.type].map((word) => textOf(word!.at))).toEqual(["", "IPaddr2"]);
    expect(
      vip?.params.map(({ id, score, pairs: list }) => [id?.value, score?.value, ...pairs(list)]),
    ).toEqual([["p", 10, "ip=10.0.0.4"]]);
    expect(vip?.ops.map(({ name, options }) => [name.value, ...pairs(options)])).toEqual([
      ["monitor", "interval=10s", "role=Started", "OCF_CHECK_LEVEL=10"],
      ["monitor", "interval=60s", "timeout=20s", "role=Stopped"],
    ]);
    expect(pairs(vip!.meta[0]!.pairs)).toEqual(["x=y"]);
  });

  test.each([
    ["ocf:linbit:drbd", ["ocf", "linbit", "drbd"]],
    ["ping", ["ocf", "pacemaker", "ping"]],
    ["systemd:apache2", ["systemd", undefined, "apache2"]],
    ["stonith:external/sbd", ["stonith", undefined, "external/sbd"]],
    ["nobody-has-this", ["ocf", "heartbeat", "nobody-has-this"]],
  ])("agent %s", (text, expected) => {
    const [primitive] = model(`primitive a ${text}\n`).primitives;
    expect([primitive?.class, primitive?.provider, primitive?.type].map((word) => word?.value)).toEqual(
      expected,
    );
  });

  test("templates, groups, clones and bundles", () => {
    const all = model(
      "rsc_template t Dummy\nprimitive a @t\ngroup g a b description=x\nms m g meta notify=true\nbundle c docker image=i network ip-range-start=1 primitive d\n",
    );
    expect(all.templates.map(({ id }) => id.value)).toEqual(["t"]);
    expect(all.primitives[0]?.template?.value).toBe("t");
    expect(all.groups[0]?.members.map(({ value }) => value)).toEqual(["a", "b"]);
    expect(all.clones.map(({ element, child }) => [element, child.value])).toEqual([["master", "g"]]);
    expect([all.bundles[0]?.container?.type.value, all.bundles[0]?.child?.value]).toEqual(["docker", "d"]);
    expect(pairs(all.bundles[0]!.network)).toEqual(["ip-range-start=1"]);
  });
});

describe("constraints", () => {
  test("two resources are a pair, more or fewer are sets", () => {
    const { colocations, orders, tickets } = model(
      "colocation c -inf: a m:Promoted\ncolocation d 5: ( a b ) c:Master d:Master\norder o Serialize: a:start b\norder p 0: [ a b:stop ] symmetrical=false\nrsc_ticket t T: a b loss-policy=stop\n",
    );
    expect([
      colocations[0]?.score?.value,
      colocations[0]?.resource?.resource.value,
      colocations[0]?.with?.role?.value,
    ]).toEqual([-1_000_000, "a", "Promoted"]);
    expect(sets(colocations[1]!.sets)).toEqual([["a: b:", "sequential=false"], ["c:Master d:Master"]]);
    expect([
      orders[0]?.orderKind?.value,
      orders[0]?.first?.action?.value,
      orders[0]?.then?.resource.value,
    ]).toEqual(["Serialize", "start", "b"]);
    expect([orders[1]?.score?.value, ...pairs(orders[1]!.options)]).toEqual([0, "symmetrical=false"]);
    expect(sets(orders[1]!.sets)).toEqual([
      ["a:", "sequential=false", "require-all=false"],
      ["b:stop", "sequential=false", "require-all=false"],
    ]);
    expect([tickets[0]?.ticket?.value, ...pairs(tickets[0]!.options)]).toEqual(["T", "loss-policy=stop"]);
  });

  test("locations: a node with a score, a pattern, sets, rules", () => {
    const { locations } = model(
      "location l a role=Promoted inf: alice\nlocation p /web.*/ 5: bob\nlocation s { a b } 5: bob\nlocation r a rule ping: defined ping or #uname eq alice\n",
    );
    const [l, p, s, r] = locations;
    expect([l?.resource?.role?.value, l?.score?.value, l?.node?.value]).toEqual([
      "Promoted",
      1_000_000,
      "alice",
    ]);
    expect([p?.pattern?.value, p?.resource]).toEqual(["web.*", undefined]);
    expect(sets(s!.sets)).toEqual([["a: b:"]]);
    expect([r?.rules[0]?.scoreAttribute?.value, r?.rules[0]?.operator?.value]).toEqual(["ping", "or"]);
    expect(
      r?.rules[0]?.expressions.map((one) => (one.kind === "attribute" ? one.attribute.value : one.kind)),
    ).toEqual(["ping", "#uname"]);
  });
});

describe("the rest", () => {
  test("nodes, properties, levels, tags, rights and alerts", () => {
    const all = model(
      "node 1: alice attributes standby=on\nnode bob:remote\nproperty cib: stonith-enabled=false x\nrsc_defaults a=b\nfencing_topology alice: s1,s2 s3 pattern:b.* s4\ntag t: a b\nrole r read status\nacl_target u r\nuser v role:w\nalert n /bin/x to { h meta x=y }\n",
    );
    expect(all.nodes.map(({ id, name, type }) => [id.value, name.value, type?.value])).toEqual([
      ["1", "alice", undefined],
      ["bob", "bob", "remote"],
    ]);
    expect(all.properties.map(({ id, score, pairs: list }) => [id?.value, score, ...pairs(list)])).toEqual([
      ["cib", undefined, "stonith-enabled=false", "x=undefined"],
    ]);
    expect(
      all.fencingLevels.map(({ target, pattern, devices }) => [
        (target ?? pattern)?.value,
        ...devices.map(({ value }) => value),
      ]),
    ).toEqual([
      ["alice", "s1", "s2"],
      ["alice", "s3"],
      ["b.*", "s4"],
    ]);
    expect(all.tags.map(({ id, references }) => [id.value, references.length])).toEqual([["t", 2]]);
    expect(all.acls.map(({ kind, roles }) => [kind, ...roles.map(({ value }) => value)])).toEqual([
      ["role"],
      ["target", "r"],
      ["target", "w"],
    ]);
    expect(
      all.alerts.map(({ path, recipients }) => [path?.value, ...recipients.map(({ value }) => value)]),
    ).toEqual([["/bin/x", "h"]]);
  });

  test("whole is a text that says whether the cluster fences, and in which nothing is unknown", () => {
    const text = "primitive a Dummy\nproperty stonith-enabled=false\n";
    expect(model(text).whole).toBe(true);
    expect(model("primitive a Dummy\nproperty maintenance-mode=true\n").whole).toBe(false);
    expect(model(`${text}group g {{ b }}\n`).whole).toBe(false);
    expect(model(`${text}group\n`).whole).toBe(false);
  });
});
