import { span } from "../../parsers/core/source.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { haCf } from "../../parsers/heartbeat/haCf.ts";
import { haresources } from "../../parsers/heartbeat/haresources.ts";
import { hostname } from "../../parsers/hostname/index.ts";
import { hosts } from "../../parsers/hosts/index.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import type { Pacemaker, Rule } from "../../parsers/pacemaker/model.ts";
import type { Document } from "../../rules/rule.ts";
import { type Kind, type Mention, mention, modelIn, wordMention } from "./mention.ts";
import { pacemakerIn } from "./pacemaker.ts";

const nodeFault = (name: string): string | undefined =>
  /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(name) ? undefined : "is not a host name";

const node: Kind = { space: "node", title: "node", fault: nodeFault };
/** A name that is a node's only where another file says so. */
const host: Kind = { ...node, weak: true };

/** Names of machines, whichever daemon says them. */
export function nodeMentions(document: Document): Mention[] {
  const pacemaker = pacemakerIn(document);
  const name = modelIn(document, hostname)?.name;
  return [
    ...wordMention(node, true, name, document.tree.statements[0]),
    ...(modelIn(document, hosts)?.entries ?? []).flatMap(({ names, statement }) =>
      names.flatMap((word) => wordMention(host, true, word, statement)),
    ),
    ...(modelIn(document, corosync)?.nodes ?? []).flatMap(({ name, addresses, statement }) => [
      ...wordMention(node, true, name?.word, statement),
      ...addresses.flatMap(({ numeric, link, word }) =>
        numeric ? [] : wordMention(name || link > 0 ? host : node, !name && link === 0, word, statement),
      ),
    ]),
    ...(modelIn(document, ocfs2)?.nodes ?? []).flatMap(({ name, statement }) =>
      wordMention(node, true, name?.word, statement),
    ),
    ...(modelIn(document, haCf)?.nodes ?? []).flatMap(({ word, statement }) =>
      wordMention(node, true, word, statement),
    ),
    ...(modelIn(document, haresources)?.groups ?? []).flatMap((group) =>
      wordMention(node, false, group.node.word, group.statement),
    ),
    ...drbdHosts(document),
    ...peers(document),
    ...configIds(document),
    ...(pacemaker ? managed(pacemaker) : []),
  ];
}

const drbdHosts = (document: Document): Mention[] =>
  (modelIn(document, drbd)?.resources ?? []).flatMap(({ hosts: list, connections, meshes }) => {
    const uses = (words: readonly (Word | undefined)[], statement: Statement): Mention[] =>
      words.flatMap((word) => wordMention(node, false, word, statement));
    const endpoints = connections.flatMap(({ paths }) => paths.flatMap((path) => path.endpoints));
    return [
      ...list.flatMap(({ names, statement }) => uses(names, statement)),
      ...endpoints.flatMap(({ name, statement }) => uses([name], statement)),
      ...meshes.flatMap(({ hosts: words, statement }) => uses(words, statement)),
    ];
  });

/** haproxy finds itself among its peers by its host name. */
function peers(document: Document): Mention[] {
  const model = modelIn(document, haproxy);
  if (!model) return [];
  const local = model.global.localPeer;
  return [
    ...model.peers.flatMap(({ peers: list }) =>
      list.flatMap(({ name, statement }) => wordMention(host, false, name.word, statement)),
    ),
    ...(local ? wordMention(host, false, local.word, local.statement) : []),
  ];
}

/** Lines of keepalived that count on one machine: `@zerg priority 150`. */
function configIds({ format, tree: { source } }: Document): Mention[] {
  if (format.id !== "keepalived") return [];
  return [...source.text.matchAll(/^([ \t]*@\^?)([\w.-]+)(?=[ \t])/gm)].flatMap(
    ({ index, 1: before = "", 2: name = "" }) => {
      const start = index + before.length;
      return mention(host, false, { name, at: span(source, start, start + name.length) });
    },
  );
}

/** Parameters of fencing agents whose value lists nodes: `a b`, or with `:` ports `a:1;b:2`. */
const lists = ["pcmk_host_list", "pcmk_host_map", "hostlist"];

function managed(model: Pacemaker): Mention[] {
  const uses = (word: Word | undefined, statement: Statement): Mention[] =>
    wordMention(node, false, word, statement);
  const listed = model.primitives.flatMap(({ params }) =>
    params.flatMap(({ pairs }) =>
      pairs.flatMap(({ name, value, statement }) =>
        value && !value.hole && lists.includes(name.value)
          ? [...new Set(value.value.split(/[\s,;]+/).map((part) => part.replace(/[:=].*/s, "")))].flatMap(
              (one) => listMention(one, value, statement),
            )
          : [],
      ),
    ),
  );
  const rules = model.locations.flatMap((one) => one.rules.map((rule) => ({ rule, ...one })));
  return [
    ...model.nodes.flatMap(({ name, statement }) => wordMention(node, true, name, statement)),
    ...model.locations.flatMap((location) => uses(location.node, location.statement)),
    ...rules.flatMap(({ rule, statement }) => unames(rule).flatMap((word) => uses(word, statement))),
    ...model.fencingLevels.flatMap(({ target, statement }) => uses(target, statement)),
    ...listed,
  ];
}

/** A node in a list; before the port of a map a colon stands, which may be a letter of other names. */
function listMention(name: string, { at }: Word, statement: Statement): Mention[] {
  const text = at.source.text.slice(at.start, at.end);
  const found = [...text.matchAll(/[\w.-]+/g)].filter(
    (part) => part[0] === name && !/[:=]/.test(text[part.index - 1] ?? ""),
  );
  return found.flatMap(({ index }) => {
    const start = at.start + index;
    return mention(node, false, { name, at: at.with({ start, end: start + name.length }), statement });
  });
}

const unames = ({ expressions }: Rule): readonly Word[] =>
  expressions.flatMap((one) =>
    one.kind === "rule"
      ? unames(one.rule)
      : one.kind === "attribute" && one.attribute.value === "#uname" && one.value
        ? [one.value]
        : [],
  );
