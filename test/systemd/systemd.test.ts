import { describe, expect, test } from "vitest";
import type { Verdict } from "../../parsers/core/schema.ts";
import { sourceOf } from "../../parsers/core/source.ts";
import { enabledServices } from "../../parsers/systemd/enabled.ts";
import { systemd } from "../../parsers/systemd/index.ts";
import { lintFiles, lintText } from "../support/cluster.ts";
import verify from "./verify.json" with { type: "json" };

const modelOf = (text: string, path = "/etc/systemd/system/web.service") =>
  systemd.model(systemd.parse(sourceOf(path, text)));
const values = (settings: readonly { readonly value: string }[]) => settings.map(({ value }) => value);

describe("a unit", () => {
  const unit = modelOf(
    [
      "# web",
      "[Unit]",
      "After=network-online.target \\",
      "  ; drbd first",
      "  drbd.service",
      "Wants=network-online.target",
      "[Service]",
      'Environment=A=1 "B=2 3"',
      "ExecStart=/bin/old",
      "ExecStart=",
      "ExecStart=-/usr/sbin/web -c '/etc/my web.conf' --x",
      "[Install]",
      "WantedBy=multi-user.target",
    ].join("\n"),
  );

  test("lists go on over lines, comments between them are passed over", () => {
    expect(values(unit.after)).toEqual(["network-online.target", "drbd.service"]);
  });

  test("an empty value takes back what stands above", () => {
    expect(unit.execStart).toMatchObject([
      { program: "/usr/sbin/web", prefixes: "-", argv: ["/usr/sbin/web", "-c", "/etc/my web.conf", "--x"] },
    ]);
  });

  test("variables and links", () => {
    expect(unit.environment).toMatchObject([
      { name: "A", value: "1" },
      { name: "B", value: "2 3" },
    ]);
    expect(values(unit.wantedBy)).toEqual(["multi-user.target"]);
    expect(unit).toMatchObject({ name: "web.service", kind: "service", dropIn: false });
  });

  test("a drop-in is told by its folder", () => {
    expect(modelOf("[Service]\nUser=web\n", "/etc/systemd/system/web.service.d/user.conf")).toMatchObject({
      name: "web.service",
      kind: "service",
      dropIn: true,
      user: { value: "web" },
    });
  });
});

describe("what systemd 252 said of a unit (`systemd-analyze verify`)", () => {
  const order: readonly Verdict[] = ["rejects", "warns"];
  test.each(Object.entries(verify))("%s", (lines, did) => {
    const [unit = "", service = ""] = lines.split(" | ");
    const text = `[Unit]\nDescription=x\n${unit}\n[Service]\n${service}\n`;
    const told = lintFiles({ "/etc/systemd/system/x.service": text }).map(({ daemon }) => daemon);
    expect(order.find((verdict) => told.includes(verdict)) ?? "silent").toBe(did);
  });
});

test("what a template fills in is not judged", () => {
  const text = "[Unit]\nAfter={{ unit }}\n[Service]\nType={{ type }}\nExecStart=/bin/a\nExecStart=/bin/b\n";
  expect(lintText(systemd, text)).toEqual([]);
});

describe("enabled by presence", () => {
  const names = (...paths: string[]) =>
    enabledServices(new Set(paths)).map(({ name, by }) => `${name} ${by}`);
  const wants = "/etc/systemd/system/multi-user.target.wants";

  test("links of targets that the boot reaches", () => {
    expect(names(`${wants}/apache2.service`, "/etc/systemd/system/rescue.target.wants/x.service")).toEqual([
      `apache2 ${wants}/apache2.service`,
    ]);
  });

  test("what an enabled service wants starts as well", () => {
    expect(names(`${wants}/a.service`, "/etc/systemd/system/a.service.requires/b.service")).toEqual([
      `a ${wants}/a.service`,
      "b /etc/systemd/system/a.service.requires/b.service",
    ]);
  });

  test("SysV links count where no unit has the name", () => {
    expect(
      names(
        "/etc/rc2.d/S03heartbeat",
        "/etc/rc3.d/S03heartbeat",
        "/etc/rc2.d/K01drbd",
        "/etc/rc2.d/S02ssh",
        "/lib/systemd/system/ssh.service",
      ),
    ).toEqual(["heartbeat /etc/rc2.d/S03heartbeat"]);
  });

  test("nothing", () => expect(names("/etc/hosts")).toEqual([]));
});
