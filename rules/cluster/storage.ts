import { rememberedBy } from "../../parsers/core/remembered.ts";
import type { Drbd, Resource } from "../../parsers/drbd/model.ts";
import { type Volume, volumesOn } from "../../parsers/drbd/volumes.ts";
import { hostOf } from "./facts-storage.ts";

/** The volumes of a resource on this node. */
export const volumesHere = rememberedBy((resource: Resource, nodeName: string): readonly Volume[] =>
  volumesOn(hostOf(resource, nodeName)?.volumes ?? [], resource.volumes),
);

/** The resource that provides a device on this node: by /dev/drbdN, /dev/drbd/by-res/NAME/N or its own name. */
export const resourceOfDevice = (
  { resources }: Drbd,
  device: string,
  nodeName: string,
): Resource | undefined =>
  resources.find(
    (resource) =>
      device.startsWith(`/dev/drbd/by-res/${resource.name.value}/`) ||
      device === `/dev/drbd/by-res/${resource.name.value}` ||
      volumesHere(resource, nodeName).some(
        (volume) =>
          volume.device?.value === device || (volume.minor && device === `/dev/drbd${volume.minor.value}`),
      ),
  );
