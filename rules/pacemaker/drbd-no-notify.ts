import { drbdsOf } from "./drbd.ts";
import { isTrue, metaOf, settled, valueOf } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

export const drbdNoNotify = pacemakerRule({
  id: "pacemaker/drbd-no-notify",
  severity: "error",
  summary: "The clone of a DRBD resource must set notify=true",
  daemon: "silent",
  check(model, report) {
    for (const { primitive, clone } of drbdsOf(model)) {
      if (!clone || !settled(clone) || model.rscDefaults.some(isNotifying)) continue;
      if (isTrue(valueOf(model, primitive, "ignore_missing_notifications"))) continue;
      const notify = metaOf(clone, "notify");
      if (isTrue(notify?.value)) continue;
      report(
        notify?.value?.at ?? clone.id.at,
        `${clone.id.value} runs ${primitive.id.value} of ocf:linbit:drbd ${notify ? `with notify=${notify.value?.value ?? ""}` : "without notify=true"}: the agent refuses to start`,
        notify?.value
          ? { fix: { title: "set notify=true", safe: false, edits: [{ at: notify.value.at, text: "true" }] } }
          : {},
      );
    }
  },
});

const isNotifying = ({
  pairs,
}: {
  readonly pairs: readonly { readonly name: { readonly value: string } }[];
}): boolean => pairs.some(({ name }) => name.value === "notify");
