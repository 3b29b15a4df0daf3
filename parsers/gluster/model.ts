import { present, type Setting, settingOf, text } from "../core/settings.ts";
import type { Statement, Tree } from "../core/tree.ts";

export interface GlusterOption {
  readonly name: Setting<string>;
  readonly value?: Setting<string>;
}

/** One translator of the graph. */
export interface GlusterVolume {
  readonly statement: Statement;
  readonly name?: Setting<string>;
  /** `cluster/replicate` */
  readonly type?: Setting<string>;
  readonly options: readonly GlusterOption[];
  readonly subvolumes: readonly Setting<string>[];
  /** protocol/client: the server and the volume there. */
  readonly remoteHost?: Setting<string>;
  readonly remoteSubvolume?: Setting<string>;
  /** storage/posix: the brick's directory. */
  readonly directory?: Setting<string>;
}

export interface Gluster {
  /** In the order of the file, from the bricks up to the mount. */
  readonly volumes: readonly GlusterVolume[];
}

const named = (block: Statement["block"], keyword: string): readonly Statement[] =>
  (block?.statements ?? []).filter((one) => one.keyword.value.toLowerCase() === keyword);

function volumeOf(statement: Statement): GlusterVolume {
  const { block } = statement;
  const options = named(block, "option").flatMap((one): GlusterOption[] => {
    const name = settingOf(one, 0, text);
    const value = settingOf(one, 1, text);
    return name ? [{ name, ...(value ? { value } : {}) }] : [];
  });
  const option = (key: string): Setting<string> | undefined =>
    options.findLast(({ name }) => name.value === key)?.value;
  const fields = {
    name: settingOf(statement, 0, text),
    type: settingOf(named(block, "type")[0], 0, text),
    remoteHost: option("remote-host"),
    remoteSubvolume: option("remote-subvolume"),
    directory: option("directory"),
  };
  return {
    statement,
    options,
    subvolumes: named(block, "subvolumes").flatMap((one) =>
      one.args.flatMap((_, i) => settingOf(one, i, text) ?? []),
    ),
    ...present(fields),
  };
}

export const modelOf = ({ statements }: Tree): Gluster => ({ volumes: statements.map(volumeOf) });
