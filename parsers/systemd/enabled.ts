/** A service that the boot starts, and the link that says so. */
export interface EnabledService {
  /** Without ".service": "apache2", "drbd@r0". */
  readonly name: string;
  /** "/etc/systemd/system/multi-user.target.wants/apache2.service", "/etc/rc2.d/S03apache2" */
  readonly by: string;
}

const link =
  /^\/(?:etc|run|lib|usr\/lib|usr\/local\/lib)\/systemd\/system\/([^/]+)\.(?:wants|requires)\/([^/]+)\.service$/;
const script = /^\/etc\/(?:rc\.d\/)?rc[2345S]\.d\/S\d\d([^/]+)$/;

/** Units that the boot reaches by itself. */
const reached = new Set([
  "default.target",
  "multi-user.target",
  "graphical.target",
  "basic.target",
  "sysinit.target",
  "local-fs.target",
  "local-fs-pre.target",
  "remote-fs.target",
  "remote-fs-pre.target",
  "network.target",
  "network-online.target",
  "network-pre.target",
  "nss-lookup.target",
]);

/**
 * The services that start at boot, each once, told by the paths of a machine's files alone: links in the `.wants` and
 * `.requires` folders of units that the boot reaches, and of services that so start; then the S links of SysV's run levels, which
 * count where no unit of that name is there (systemd-sysv-generator(8)). A unit that is masked cannot be told by its path.
 */
export function enabledServices(paths: ReadonlySet<string>): readonly EnabledService[] {
  const sorted = [...paths].sort();
  const links = sorted.flatMap((path) => {
    const match = link.exec(path);
    return match ? [{ wanter: match[1]!, name: match[2]!, by: path }] : [];
  });
  const found = new Map<string, EnabledService>();
  const units = new Set(reached);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { wanter, name, by } of links) {
      if (!units.has(wanter) || found.has(name)) continue;
      found.set(name, { name, by });
      units.add(`${name}.service`);
    }
  }
  for (const path of sorted) {
    const name = script.exec(path)?.[1];
    if (name && !found.has(name) && !hasUnit(paths, name)) found.set(name, { name, by: path });
  }
  return [...found.values()];
}

const hasUnit = (paths: ReadonlySet<string>, name: string): boolean =>
  ["/etc", "/lib", "/usr/lib", "/usr/local/lib"].some((root) =>
    paths.has(`${root}/systemd/system/${name}.service`),
  );
