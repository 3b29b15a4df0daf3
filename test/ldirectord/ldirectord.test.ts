import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { lintText } from "../support/cluster.ts";
import cases from "./cases.json" with { type: "json" };

const modelOf = (text: string) => ldirectord.model(ldirectord.parse(sourceOf("ldirectord.cf", text)));

describe("what ldirectord 4.12.0 said of each file (`ldirectord -d FILE status`)", () => {
  test.each(cases)("$name", ({ verdict, text }) => {
    const rejecting = lintText(ldirectord, text).filter(({ daemon }) => daemon === "rejects");
    expect(rejecting.length > 0 ? "reject" : "accept").toBe(verdict);
  });
});

describe("the model", () => {
  const [service] = modelOf(
    [
      "quiescent=no",
      "virtual=10.0.0.4:80",
      "    # the web servers",
      '\treal = 192.168.10.2->192.168.10.5:80 gate 2 "index.html", "Welcome" l:5 u:10',
      "\tfallback=127.0.0.1:80 masq # here",
      "\tchecktype=3",
      "\tservice = http",
      "\tpersistent=600",
    ].join("\n"),
  ).virtuals;

  test("knows the service", () => {
    expect(service).toMatchObject({
      family: 4,
      host: { value: "10.0.0.4" },
      port: { value: "80" },
      checktype: { value: "combined" },
      service: { value: "http" },
      persistent: { value: 600 },
      fallback: { host: { value: "127.0.0.1" }, port: { value: "80" }, forward: { value: "masq" } },
    });
  });

  test("knows the real server, each piece where it stands", () => {
    const [real] = service!.reals;
    expect(real).toMatchObject({
      host: { value: "192.168.10.2" },
      last: { value: "192.168.10.5" },
      port: { value: "80" },
      forward: { value: "gate" },
      weight: { value: 2 },
      request: { value: "index.html" },
      receive: { value: "Welcome" },
      lower: { value: 5 },
      upper: { value: 10 },
    });
    for (const part of [real!.host, real!.last, real!.port, real!.request])
      expect(textOf(part!.word.at)).toBe(part!.value);
  });

  test("takes an address without a port for a firewall mark, as ldirectord does", () => {
    expect(modelOf("virtual=10.0.0.4\n\treal=10.0.0.2 gate\n").virtuals[0]).toMatchObject({
      mark: { value: 10 },
    });
  });

  test("leaves a template's values out", () => {
    const text = "virtual={{ vip }}:80\n\treal={{ web }}:80 gate\n\tpersistent={{ time }}\n";
    expect(lintText(ldirectord, text)).toEqual([]);
    expect(modelOf(text).virtuals[0]?.persistent).toBeUndefined();
  });
});

describe("a word that is no type or service is told once, and nothing is concluded from it", () => {
  const settings =
    'request="a"\n\treceive="b"\n\tvirtualhost=www.example.com\n\tcheckport=81\n\tcheckcommand=/bin/true';
  test.each([
    ["checktype=conect", "schema/wrong-value checktype conect"],
    ["service=httpp\n\tchecktype=negotiate", "schema/wrong-value service httpp"],
  ])("%s", (lines, told) => {
    const text = `virtual=10.0.0.1:80\n\treal=10.0.0.2:80 gate\n\t${lines}\n\t${settings}\n`;
    const findings = lintText(ldirectord, text).map(({ rule, message }) => `${rule} ${message}`);
    expect(
      findings.filter((finding) => !finding.includes("checkcommand is not used: checktype negotiate")),
    ).toEqual([expect.stringContaining(told)]);
  });
});

test("a comment in a virtual service begins anywhere, a global one at the line's first word", () => {
  const tree = ldirectord.parse(
    sourceOf("x", "checktimeout=3 # x\nvirtual=1\n\treal=10.0.0.2 gate # y\n# z\n"),
  );
  expect(tree.comments.map(({ at }) => textOf(at))).toEqual(["# y", "# z"]);
});
