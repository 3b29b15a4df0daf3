import type { Statement, Word } from "../../parsers/core/tree.ts";
import { fstab } from "../../parsers/fstab/index.ts";
import { rcLocal } from "../../parsers/rclocal/index.ts";
import { modelsOf, type Node } from "../cluster/model.ts";

/** A glusterfs mount that a file of this machine makes. */
export interface GlusterMount {
  readonly device: Word;
  readonly by: "fstab" | "rc.local";
  /** Option by option; `word` is the option's own in fstab, the whole command in rc.local. */
  readonly options: readonly { readonly name: string; readonly value?: string; readonly at: Word["at"] }[];
  readonly statement: Statement;
}

const isGluster = (type: string | undefined): boolean => type === "glusterfs" || type === "fuse.glusterfs";

export function glusterMounts(node: Node): GlusterMount[] {
  const listed = modelsOf(node, fstab)
    .flatMap(({ entries }) => entries)
    .filter(({ type }) => isGluster(type.value))
    .map(
      ({ device, options, statement }): GlusterMount => ({
        device,
        by: "fstab",
        options: options.map(({ name, value, word }) => ({
          name,
          ...(value === undefined ? {} : { value }),
          at: word.at,
        })),
        statement,
      }),
    );
  const run = modelsOf(node, rcLocal)
    .flatMap(({ mounts }) => mounts)
    .filter(({ type, device }) => isGluster(type) && device && !device.hole)
    .map(
      ({ device, options, statement }): GlusterMount => ({
        device: device!,
        by: "rc.local",
        options: options.map((option) => {
          const [name = "", ...value] = option.split("=");
          return { name, ...(value.length > 0 ? { value: value.join("=") } : {}), at: statement.at };
        }),
        statement,
      }),
    );
  return [...listed, ...run];
}

/** The servers of `HOST[,HOST]:/VOLUME`; none for a volfile's path. */
export function serversOf({ device }: GlusterMount): string[] {
  const match = /^([^/]*[^/:]):/.exec(device.value);
  return match ? match[1]!.split(",") : [];
}

export const isLocal = (server: string): boolean => /^(localhost|127\..*|\[?::1\]?)$/.test(server);

export const has = ({ options }: GlusterMount, pattern: RegExp): boolean =>
  options.some(({ name }) => pattern.test(name));
