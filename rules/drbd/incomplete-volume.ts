import { drbd } from "../../parsers/drbd/index.ts";
import type { Host, Resource } from "../../parsers/drbd/model.ts";
import { type Volume, volumesOn } from "../../parsers/drbd/volumes.ts";
import { modelRule } from "../rule.ts";
import { hostLabel, isDrbd8 } from "./levels.ts";

export const incompleteVolume = modelRule({
  id: "drbd/incomplete-volume",
  severity: "error",
  summary: "Each volume of a host must have a device, and a disk where it has meta data",
  daemon: "rejects",
  format: drbd,
  check({ resources }, report, { targets }) {
    const old = isDrbd8(targets);
    for (const resource of resources)
      for (const host of resource.hosts) {
        if (host.kind === "stacked" || resource.shown) continue;
        for (const volume of volumesOn(host.volumes, resource.volumes)) {
          const lacks = lacking(volume, old);
          if (lacks.length > 0) report(placeOf(host), message(resource, host, volume, lacks));
        }
      }
  },
});

const placeOf = ({ statement }: Host) => statement.keyword.at;

/** drbdadm_postparse.c check_volume_complete; drbd 8 asks for disk and meta-disk always. */
function lacking({ statement, device, minor, disk, metaDisk }: Volume, old: boolean): string[] {
  if (statement.block?.statements.some(({ keyword }) => keyword.hole)) return [];
  const lacks = device || minor || statement.args.some(({ hole }) => hole) ? [] : ["device"];
  if (disk?.value === "none") return lacks;
  if (!disk && (metaDisk || old)) lacks.push("disk");
  if (!metaDisk && old) lacks.push("meta-disk");
  return lacks;
}

function message(
  { name }: Resource,
  host: Host,
  { number, implicit }: Volume,
  lacks: readonly string[],
): string {
  const where = implicit ? "" : ` for volume ${number}`;
  return `host ${hostLabel(host)} of resource ${name.value} has no ${lacks.join(" and no ")}${where}`;
}
