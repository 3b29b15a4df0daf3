import { o2cb } from "../../parsers/shellvars/index.ts";
import { clusterRule } from "../rule.ts";
import { agentOf, isManagedKnown, managedIn, paramOf } from "./managed.ts";
import { documentsOf } from "./model.ts";

export const ocfs2StackMismatch = clusterRule({
  id: "cluster/ocfs2-stack-mismatch",
  severity: "error",
  summary: "OCFS2 must use one cluster stack: its own, or Pacemaker's",
  daemon: "silent",
  check(cluster, report) {
    const lockManager = managedIn(cluster).find((resource) => isLockManager(resource));
    for (const node of cluster.nodes)
      for (const { model } of documentsOf(node, o2cb)) {
        const stack = model.get("O2CB_STACK");
        if (!stack) continue;
        if (stack.value === "o2cb" && lockManager)
          report(
            stack.word.at,
            `O2CB_STACK is o2cb, but Pacemaker runs ${lockManager.primitive.id.value}: the file systems of one stack cannot be mounted under the other`,
            { related: [{ at: lockManager.primitive.id.at, message: "the lock manager of Pacemaker" }] },
          );
        else if (stack.value === "pcmk" && !lockManager && isManagedKnown(cluster))
          report(
            stack.word.at,
            "O2CB_STACK is pcmk, but Pacemaker runs no ocf:pacemaker:controld: no OCFS2 file system can be mounted",
          );
      }
  },
});

const isLockManager = (resource: Parameters<typeof agentOf>[0]): boolean => {
  const agent = agentOf(resource);
  const daemon = paramOf(resource, "daemon")?.value ?? "";
  return (
    /^ocf:(?:ocfs2|pacemaker):o2cb$/.test(agent) ||
    (agent === "ocf:pacemaker:controld" && !/gfs/.test(daemon))
  );
};
