import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Hover, MarkupContent } from "vscode-languageserver-types";
import { hover } from "../../lsp/features/hover.ts";
import { toOffset } from "../../lsp/positions.ts";
import type { Files } from "../support/cluster.ts";
import { anyPlace } from "./anyPlace.ts";
import { client, cursorIn } from "./cursor.ts";

const keepalived = "zerg/etc/keepalived/keepalived.conf";
const haproxy = "zerg/etc/haproxy/haproxy.cfg";

const text = (found: Hover | undefined): string =>
  found && MarkupContent.is(found.contents) ? found.contents.value : "";

const said = (files: Files, of = client): string => {
  const { view, at } = cursorIn(files);
  return text(hover(view, of, at));
};

/** What the editor marks. */
const marked = (files: Files): string => {
  const { view, at } = cursorIn(files);
  const range = hover(view, client, at)?.range;
  if (!range) return "";
  const [start, end] = [range.start, range.end].map((place) => toOffset(at.source, place, "utf-16"));
  return at.source.text.slice(start, end);
};

describe("a keyword", () => {
  const files = { [keepalived]: "vrrp_instance A {\n  virtual_router‸_id 51\n}\n" };

  test("with its signature, range and source", () => {
    expect(said(files)).toBe(
      [
        "```keepalived\nvirtual_router_id VRID\n```",
        "VRID, unique per segment/family",
        "- `VRID`: a whole number without sign, 1 to 255\n- required\n- counts once in its block: the last one\n- source: keepalived.conf(5)",
      ].join("\n\n"),
    );
    expect(marked(files)).toBe("virtual_router_id");
  });

  test("as plain text", () => {
    expect(said(files, { ...client, markdown: false })).toMatch(
      /^virtual_router_id VRID\n\nVRID, unique per segment\/family\n\n- VRID: a whole/,
    );
  });

  test("with its age and successor", () => {
    const old = said({ [keepalived]: "vrrp_track_‸file f {\n}\n" });
    expect(old).toContain("- since keepalived 2.0.0");
    expect(old).toContain("- deprecated: use `track_file`");
  });

  test("that its place does not have: nothing", () => {
    expect(said({ [keepalived]: "vrrp_instance A {\n  virtal_router‸_id 51\n}\n" })).toBe("");
  });
});

describe("a value", () => {
  test("with its unit and range", () => {
    const found = said({ [keepalived]: "global_defs {\n}\nvrrp_instance A {\n  advert_int 3‸\n}\n" });
    expect(found).toContain("advert_int seconds");
    expect(found).toContain("`3`, `seconds`");
    expect(found).toContain("in seconds");
  });

  test("that may say its own unit: the one without counts where none is written", () => {
    const found = said({ [haproxy]: "backend b\n  timeout connect 5‸s\n" });
    expect(found).toContain("in ms where no unit is written");
    const number = said({ "zerg/etc/corosync/corosync.conf": "totem {\n  token: 100‸0\n}\n" });
    expect(number).toMatch(/in ms$/m);
  });

  test("that is a name: of what, and what names are made of", () => {
    const acl = said({ [haproxy]: "frontend f\n  a‸cl api path /\n" });
    expect(acl).toContain("- `name`: the name of an ACL: letters, digits, dots");
    const list = said({ [haproxy]: "user‸list l\n" });
    expect(list).toContain("- `name`: the name of a userlist: letters, digits, dots");
    expect(said({ [haproxy]: "http-err‸ors l\n" })).toContain("the name of an http-errors section");
  });

  test("of an option, and the option", () => {
    const line = "backend b\n  server s 10.0.0.1:80 check inter 2s\n";
    expect(said({ [haproxy]: line.replace("2s", "2‸s") })).toContain("```haproxy\ninter delay\n```");
    expect(said({ [haproxy]: line.replace("check", "ch‸eck") })).toContain("```haproxy\ncheck\n```");
  });

  test("that is secret: its first letter", () => {
    const found = said({
      [keepalived]: "vrrp_instance A {\n  authentication {\n    auth_pass hor‸se\n  }\n}\n",
    });
    expect(found).toContain("`h…`");
    expect(found).not.toContain("horse");
  });

  test("a part of a list", () => {
    const files = { "zerg/etc/fstab": "/dev/sda1 /srv ext4 defaults,noa‸time 0 0\n" };
    expect(said(files)).toContain("```fstab\nnoatime\n```");
    expect(marked(files)).toBe("noatime");
  });

  test("in a template tag: nothing", () => {
    expect(said({ [keepalived]: "vrrp_instance A {\n  virtual_router_id {{ vr‸id }}\n}\n" })).toBe("");
  });
});

test("a name says where it is defined and used, on all machines", () => {
  const files = {
    [keepalived]: "vrrp_script chk {\n}\nvrrp_instance A {\n  track_script {\n    ch‸k\n  }\n}\n",
    "supermente/etc/keepalived/keepalived.conf": "vrrp_script chk {\n}\n",
  };
  expect(said(files)).toBe(
    [
      "track script `chk`",
      [
        `- defined on zerg, \`${keepalived}:1\``,
        "- defined on supermente, `supermente/etc/keepalived/keepalived.conf:1`",
        `- used on zerg, \`${keepalived}:5\``,
      ].join("\n"),
    ].join("\n\n"),
  );
});

test("any text and place", () => {
  fc.assert(
    fc.property(anyPlace, ({ view, at }) => {
      const found = hover(view, client, at);
      if (found) expect(text(found)).not.toBe("");
    }),
  );
});
