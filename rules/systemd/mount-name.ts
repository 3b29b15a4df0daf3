import { systemd } from "../../parsers/systemd/index.ts";
import { modelRule } from "../rule.ts";

export const mountName = modelRule({
  id: "systemd/mount-name",
  format: systemd,
  severity: "error",
  summary: "A mount unit must be named after its mount point",
  daemon: "rejects",
  check({ name, kind, where, dropIn }, report) {
    if (dropIn || !where || (kind !== "mount" && kind !== "automount")) return;
    const { value } = where;
    if (!value.startsWith("/") || /[%$"'\\]|\/\.\.?(\/|$)/.test(value)) return;
    const expected = `${escaped(value)}.${kind}`;
    if (name !== expected)
      report(
        where.word.at,
        `Where ${value} belongs to ${expected}, and this file is ${name}: systemd refuses it`,
      );
  },
});

/** systemd-escape --path: slashes become dashes, all but letters, digits, `:`, `_` and `.` their bytes in hexadecimal. */
function escaped(path: string): string {
  const parts = path.split("/").filter((part) => part !== "");
  if (parts.length === 0) return "-";
  const bytes = new TextEncoder().encode(parts.join("/"));
  return [...bytes]
    .map((byte, i) => {
      const character = String.fromCharCode(byte);
      if (character === "/") return "-";
      const plain = /[A-Za-z0-9:_]/.test(character) || (character === "." && i > 0);
      return plain ? character : `\\x${byte.toString(16).padStart(2, "0")}`;
    })
    .join("");
}
