import type { Pacemaker, ResourceRef } from "../../parsers/pacemaker/model.ts";
import type { Report } from "../rule.ts";
import { type Drbd, drbdsOf } from "./drbd.ts";
import { type Mount, mountsOf } from "./filesystems.ts";
import { colocationsBetween, ordersBetween, referencesIn } from "./relations.ts";
import { isPromotable, namesOf, valueOf } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const fsBeforePromote = pacemakerRule({
  id: "pacemaker/fs-before-promote",
  severity: "error",
  summary: "A file system on DRBD must wait for the promotion and run where the promoted instance runs",
  daemon: "silent",
  check(model, report) {
    const drbds = drbdsOf(model).filter(({ clone }) => clone && isPromotable(clone));
    for (const mount of mountsOf(model)) {
      const below = drbds.filter((drbd) => carries(model, drbd, mount));
      if (below.length === 0) continue;
      checkOrder(model, mount, below, report);
      checkPlace(model, mount, below, report);
    }
  },
});

/** Whether the mounted device may be of this DRBD resource: by its name where the path has one, else the only one there is. */
function carries(model: Pacemaker, { primitive }: Drbd, { device }: Mount): boolean {
  const path = device?.value ?? "";
  const resource = valueOf(model, primitive, "drbd_resource")?.value;
  const named = /^\/dev\/drbd\/by-res\/([^/]+)/.exec(path)?.[1];
  return named === undefined ? /^\/dev\/drbd\d+$/.test(path) : named === resource;
}

const clonesOf = (drbds: readonly Drbd[]): string[] => drbds.map(({ clone }) => clone!.id.value);

function checkOrder(model: Pacemaker, { primitive }: Mount, drbds: readonly Drbd[], report: Report): void {
  const clones = clonesOf(drbds);
  const orders = ordersBetween(model, clones, namesOf(model, primitive));
  const references = orders.flatMap(({ first, sets }) => (first ? [first] : referencesIn(clones, sets)));
  const wrong = references[0];
  if (references.some(({ action }) => action?.value === "promote")) return;
  if (wrong)
    report(
      wrong.resource.at,
      `${primitive.id.value} waits for the start of ${wrong.resource.value} only, not for its promotion: the mount fails while DRBD is secondary`,
    );
  else if (model.whole)
    report(
      primitive.id.at,
      `nothing makes ${primitive.id.value} wait for the promotion of ${clones.join(" or ")}: the mount fails while DRBD is secondary`,
    );
}

function checkPlace(model: Pacemaker, { primitive }: Mount, drbds: readonly Drbd[], report: Report): void {
  const clones = clonesOf(drbds);
  const colocations = colocationsBetween(model, namesOf(model, primitive), clones);
  const references = colocations.flatMap(({ with: other, sets }): readonly ResourceRef[] =>
    other ? [other] : referencesIn(clones, sets),
  );
  const wrong = references[0];
  if (references.some(({ role }) => /^(master|promoted)$/i.test(role?.value ?? ""))) return;
  if (wrong)
    report(
      wrong.resource.at,
      `${primitive.id.value} may run where ${wrong.resource.value} is not promoted: the colocation names no role`,
    );
  else if (model.whole)
    report(
      primitive.id.at,
      `nothing keeps ${primitive.id.value} on the node where ${clones.join(" or ")} is promoted`,
    );
}
