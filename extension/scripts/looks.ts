/** How the statements of a format are written, as far as colours and indentation go. */
export interface Look {
  /** `words`: `keyword value`; `colon`: `key: value`; `assign`: `key = value`; `optional`: `key [=] value`; `free`: no keywords. */
  readonly shape: "words" | "colon" | "assign" | "optional" | "free";
  /** What surrounds statements: braces, keywords at the line's begin, `[section]`, `<Section>`, or nothing. */
  readonly blocks: "braces" | "sections" | "brackets" | "tags" | "flat";
  /** Where a comment begins. */
  readonly comment: string;
  readonly anyCase?: boolean;
  /** Words of the table stand behind commas and dashes too. */
  readonly listed?: boolean;
}

/** `#` as the first character of a line. */
const lineStart = "^\\s*#.*$";
const anywhere = "(?<![^\\s;{}])#.*$";

export const looks: Readonly<Record<string, Look>> = {
  keepalived: { shape: "words", blocks: "braces", comment: "[!#].*$" },
  drbd: { shape: "words", blocks: "braces", comment: "#.*$" },
  ocfs2: { shape: "assign", blocks: "sections", comment: "^#.*$" },
  galera: { shape: "optional", blocks: "brackets", comment: "^\\s*[#;].*$|(?<=\\s)#.*$" },
  corosync: { shape: "colon", blocks: "braces", comment: lineStart },
  haproxy: { shape: "words", blocks: "sections", comment: "(?<!\\\\)#.*$" },
  ldirectord: { shape: "optional", blocks: "sections", comment: lineStart },
  "ha-cf": { shape: "words", blocks: "flat", comment: "#.*$" },
  haresources: { shape: "free", blocks: "flat", comment: "#.*$" },
  authkeys: { shape: "words", blocks: "flat", comment: lineStart },
  apache: { shape: "words", blocks: "tags", comment: lineStart, anyCase: true },
  gluster: { shape: "words", blocks: "flat", comment: "#.*$" },
  systemd: { shape: "assign", blocks: "brackets", comment: "^\\s*[#;].*$" },
  "ipvsadm-rules": { shape: "words", blocks: "flat", comment: lineStart, listed: true },
  crmsh: { shape: "words", blocks: "flat", comment: lineStart },
  postgresql: { shape: "optional", blocks: "flat", comment: "#.*$", anyCase: true },
  interfaces: { shape: "words", blocks: "sections", comment: lineStart },
  hosts: { shape: "free", blocks: "flat", comment: "#.*$" },
  hostname: { shape: "free", blocks: "flat", comment: lineStart },
  fstab: { shape: "free", blocks: "flat", comment: anywhere, listed: true },
  sysctl: { shape: "assign", blocks: "flat", comment: "^\\s*[#;].*$" },
};
