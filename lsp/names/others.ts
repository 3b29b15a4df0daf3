import { type Statement, type Word, walk } from "../../parsers/core/tree.ts";
import { gluster } from "../../parsers/gluster/index.ts";
import { haresources } from "../../parsers/heartbeat/haresources.ts";
import { o2cb } from "../../parsers/shellvars/index.ts";
import type { Document } from "../../rules/rule.ts";
import { type Kind, type Mention, mention, modelIn, wordMention } from "./mention.ts";
import { pacemakerIn } from "./pacemaker.ts";

const resource: Kind = { space: "drbd/resource", title: "resource" };

/** Names of one daemon in the files of another: DRBD's resources in Pacemaker, heartbeat and device paths, OCFS2's cluster in o2cb's settings. */
export function otherMentions(document: Document): Mention[] {
  const boot = modelIn(document, o2cb)?.get("O2CB_BOOTCLUSTER");
  return [
    ...[...walk(document.tree.statements)].flatMap((statement) => [
      ...byResource(statement.keyword, statement),
      ...statement.args.flatMap((word) => byResource(word, statement)),
    ]),
    ...(pacemakerIn(document)?.primitives ?? []).flatMap(({ params }) =>
      params.flatMap(({ pairs }) =>
        pairs.flatMap(({ name, value, statement }) =>
          name.value === "drbd_resource" ? wordMention(resource, false, value, statement) : [],
        ),
      ),
    ),
    ...(modelIn(document, haresources)?.groups ?? []).flatMap(({ resources, statement }) =>
      resources.flatMap(({ script, args: [name] }) =>
        /^drbd(disk|upper)$/.test(script.value) ? wordMention(resource, false, name?.word, statement) : [],
      ),
    ),
    ...(boot
      ? wordMention({ space: "ocfs2/cluster", title: "cluster" }, false, boot.word, boot.statement)
      : []),
    ...(modelIn(document, gluster)?.volumes ?? []).flatMap(({ subvolumes, statement }) =>
      subvolumes.flatMap(({ word }) =>
        wordMention(
          { space: "gluster/volume", title: "volume", scope: document.path },
          false,
          word,
          statement,
        ),
      ),
    ),
  ];
}

/** `/dev/drbd/by-res/r0/0` */
function byResource({ value, at, hole }: Word, statement: Statement): Mention[] {
  const name = /\/dev\/drbd\/by-res\/([^/]+)/.exec(value)?.[1];
  return name && !hole ? mention(resource, false, { name, at, statement }) : [];
}
