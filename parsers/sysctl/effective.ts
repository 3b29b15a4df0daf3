import type { Sysctl, SysctlSetting } from "./model.ts";

/** One sysctl file of a machine. */
export interface SysctlFile {
  /** Inside the machine: "/etc/sysctl.d/60-lvs.conf". */
  readonly path: string;
  readonly model: Sysctl;
}

/** A key as it stands after all files, with the settings it replaced, earliest first. */
export interface EffectiveSetting extends SysctlSetting {
  readonly over: readonly SysctlSetting[];
}

const folders = [
  "/etc/sysctl.d/",
  "/run/sysctl.d/",
  "/usr/local/lib/sysctl.d/",
  "/usr/lib/sysctl.d/",
  "/lib/sysctl.d/",
];
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const rank = (path: string): number => folders.findIndex((folder) => path.startsWith(folder));

/**
 * The files that count, in the order in which they are read at boot: by name, whatever the folder, and of files with one
 * name only the one in the first folder (sysctl.d(5)). /etc/sysctl.conf is read under the name 99-sysctl.conf, the link
 * that Debian's systemd has for it, so that a later name wins over it; procps' `sysctl --system` reads it after all
 * others (sysctl(8)). Boot is what counts here.
 */
export function readingOrder<File extends { readonly path: string }>(files: readonly File[]): File[] {
  const byName = new Map<string, File>();
  for (const file of files) {
    const name = nameOf(file.path);
    const other = byName.get(name);
    if (!other || rank(file.path) < rank(other.path)) byName.set(name, file);
  }
  const shown = (name: string): string => (name === "sysctl.conf" ? "99-sysctl.conf" : name);
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...byName.entries()].sort(([a], [b]) => before(shown(a), shown(b))).map(([, file]) => file);
}

/**
 * What every key is set to after these files, in their reading order. Globs stand under their own text; a key that
 * `-key` keeps them off stands with the value "".
 */
export function effectiveSysctl(files: readonly SysctlFile[]): ReadonlyMap<string, EffectiveSetting> {
  const effective = new Map<string, EffectiveSetting>();
  for (const { model } of files)
    for (const setting of model.settings) {
      const earlier = effective.get(setting.key);
      effective.set(setting.key, { ...setting, over: earlier ? [...earlier.over, strip(earlier)] : [] });
    }
  for (const { key, word, statement } of files.flatMap(({ model }) => model.excluded))
    if (!effective.has(key))
      effective.set(key, { key, value: "", keyWord: word, word, mayFail: true, statement, over: [] });
  return effective;
}

const strip = ({ over: _, ...setting }: EffectiveSetting): SysctlSetting => setting;

/** What one interface really does, and the settings that decide it. */
export interface EffectiveConf<Setting> {
  /** undefined: no file says it, the kernel's or the distribution's default counts. */
  readonly value?: number;
  /** Those of `all` and of the interface that have this value. */
  readonly deciding: readonly Setting[];
}

/** Keys of which the kernel takes the greater of `all` and the interface (include/linux/inetdevice.h: MAXCONF, ORCONF). */
const greater = new Set([
  "arp_accept",
  "arp_announce",
  "arp_filter",
  "arp_ignore",
  "arp_notify",
  "log_martians",
  "proxy_arp",
  "rp_filter",
  "secure_redirects",
  "send_redirects",
  "shared_media",
]);

/**
 * The value of net.ipv4.conf.*.KEY that counts on an interface: the greater of `all` and the interface's own, for the
 * keys where the kernel does so. Without an own setting `default` counts, which interfaces that appear later copy.
 */
export function effectiveConf<Setting extends { readonly key: string; readonly value: string }>(
  settings: ReadonlyMap<string, Setting>,
  key: string,
  device: string,
): EffectiveConf<Setting> {
  const own = confOf(settings, key, device.replaceAll(".", "/")) ?? confOf(settings, key, "default");
  const all = greater.has(key) ? confOf(settings, key, "all") : undefined;
  const values = [all, own].flatMap((setting) =>
    setting ? [{ setting, value: numberOf(setting.value) }] : [],
  );
  const known = values.flatMap(({ value }) => (value === undefined ? [] : [value]));
  if (known.length === 0) return { deciding: [] };
  const value = Math.max(...known);
  return { value, deciding: values.filter((one) => one.value === value).map(({ setting }) => setting) };
}

/** The number that the kernel reads: the first word, decimal, octal or hexadecimal. */
export function numberOf(value: string): number | undefined {
  const word = /^([-+]?)(0x[\da-f]+|\d+)(?=[ \t]|$)/i.exec(value);
  if (!word) return undefined;
  const [, sign, digits = ""] = word;
  const size = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return sign === "-" ? -size : size;
}

function confOf<Setting extends { readonly key: string; readonly value: string }>(
  settings: ReadonlyMap<string, Setting>,
  key: string,
  name: string,
): Setting | undefined {
  const full = `net.ipv4.conf.${name}.${key}`;
  const exact = settings.get(full);
  if (exact) return exact.value === "" ? undefined : exact;
  return [...settings.values()].filter((setting) => matches(setting.key, full)).at(-1);
}

/** Whether a glob key names this key; `*` and `?` do not reach over a dot between parts. */
export function matches(glob: string, key: string): boolean {
  if (!/[*?]/.test(glob)) return false;
  const pattern = glob
    .replace(/[\\^$.|+()[\]{}]/g, "\\$&")
    .replaceAll("*", "[^.]*")
    .replaceAll("?", "[^.]");
  return new RegExp(`^${pattern}$`).test(key);
}
