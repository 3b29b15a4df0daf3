import type { Format } from "../../parsers/core/format.ts";

/** A language as package.json contributes it. */
export interface Language {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly filenames?: readonly string[];
  readonly filenamePatterns?: readonly string[];
  readonly firstLine?: string;
  readonly configuration?: string;
}

/** Formats written in a language that VS Code knows by itself: its own grammar stays. */
const builtIn: Readonly<Record<string, string>> = {
  cib: "xml",
  o2cb: "shellscript",
  sbd: "shellscript",
  varnish: "shellscript",
  ifcfg: "shellscript",
  "ipvsadm-default": "shellscript",
  "haproxy-default": "shellscript",
  "rc-local": "shellscript",
};

/** Names that other programs use for other things (RHEL's cman, Ansible's inventory): only the path tells the language. */
const ambiguous = new Set(["cluster.conf", "hosts", "authkeys", "*.res", "*.vol", "cib-*.xml"]);

const firstLines: Readonly<Record<string, string>> = {
  drbd: "^\\s*resource\\s+[^\\s{]+\\s*\\{",
  ocfs2: "^(cluster|node|heartbeat):\\s*$",
  gluster: "^\\s*volume\\s+[\\w-]+\\s*$",
};

const templateSuffix = ".j2";

/** The name itself and as the template that makes it; `sites-enabled/*` means both already. */
const withTemplate = (glob: string): string[] =>
  glob.endsWith("*") ? [glob] : [glob, glob + templateSuffix];

const isGlob = (name: string): boolean => /[*?{[]/.test(name);

/** Units lie everywhere under names like these; extensions for systemd claim them. */
const isExtensionOnly = (name: string): boolean => /^\*\.[\w{]/.test(name) && !/^\*\.(crm|cib)$/.test(name);

export const languageOf = ({ id }: Format): string => builtIn[id] ?? id;

export const hasGrammar = ({ id }: Format): boolean => !(id in builtIn);

/** `/etc/hosts` of any machine's tree. */
const anywhere = (path: string): string => `**${path.startsWith("/") ? "" : "/"}${path}`;

/** What VS Code shall take for the format by name; a built-in language keeps what it claims already. */
export function languageEntry(format: Format): Language {
  const names = (format.names ?? []).filter((name) => !ambiguous.has(name) && !isExtensionOnly(name));
  const filenames = names.filter((name) => !isGlob(name)).flatMap(withTemplate);
  const patterns = [...names.filter(isGlob), ...format.files.map(anywhere)].flatMap(withTemplate);
  const id = languageOf(format);
  const wanted = (name: string): boolean => id !== "xml" || !name.endsWith(".xml");
  const own = hasGrammar(format);
  const firstLine = firstLines[format.id];
  return {
    id,
    ...(own && { aliases: [format.title, format.id] }),
    ...(filenames.some(wanted) && { filenames: filenames.filter(wanted) }),
    filenamePatterns: patterns.filter(wanted),
    ...(firstLine && { firstLine }),
    ...(own && { configuration: `./languages/${format.id}.json` }),
  };
}

/** Which documents the server is told of: all that the formats may claim, whatever language an editor gives them. */
export function selectorOf(formats: readonly Format[]): { languages: string[]; patterns: string[] } {
  const patterns = formats.flatMap(({ names = [], files }) => [...names, ...files].map(anywhere));
  return {
    languages: formats.filter(hasGrammar).map(({ id }) => id),
    patterns: [...new Set(patterns.flatMap(withTemplate))],
  };
}
