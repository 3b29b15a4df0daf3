import type { InlayHint, InlayHintLabelPart } from "vscode-languageserver-types";
import { remembered } from "../../parsers/core/remembered.ts";
import type { KeywordDef, Version } from "../../parsers/core/schema.ts";
import type { Setting } from "../../parsers/core/settings.ts";
import { type Source, type Span, span, textOf } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { timersOf, tokenText, votesOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { type Corosync, has, numberOf } from "../../parsers/corosync/model.ts";
import { nodeName } from "../../rules/cluster/disagree.ts";
import { modelsIn } from "../../rules/cluster/model.ts";
import { priorityOf, type Router, settingAt, valueOr, virtualRouters } from "../../rules/cluster/vrrp.ts";
import { visitsWhere } from "../../rules/schema/visits.ts";
import { type Client, locationOf } from "../client.ts";
import { toPosition } from "../positions.ts";
import { type Home, homesOf, type View } from "../view.ts";

/** What stands behind a place of the text: a label, or parts that lead to other places. */
interface Hint {
  readonly source: Source;
  readonly offset: number;
  readonly label: string | InlayHintLabelPart[];
  readonly tooltip?: string;
}

/** What the text does not say but the daemon takes: units, times and votes that it reckons, what the other node was told. */
export function inlayHints(
  view: View,
  client: Client,
  source: Source,
  within: Span = span(source, 0, source.text.length),
): InlayHint[] {
  const hints = homesOf(view, source).flatMap((home) => [
    ...unitHints(home),
    ...corosyncHints(home, view.workspace.targets.corosync),
    ...peerHints(home, client),
  ]);
  const told = new Set<string>();
  return hints
    .filter((hint) => hint.source === source && within.start <= hint.offset && hint.offset <= within.end)
    .sort((a, b) => a.offset - b.offset)
    .filter(({ offset, label }) => {
      const key = `${offset} ${typeof label === "string" ? label : label.map(({ value }) => value).join("")}`;
      return !told.has(key) && told.add(key);
    })
    .map(({ offset, label, tooltip }) => ({
      position: toPosition(source, offset, client.encoding),
      label,
      paddingLeft: true,
      ...(tooltip ? { tooltip } : {}),
    }));
}

const after = (at: Span, label: Hint["label"], tooltip?: string): Hint => ({
  source: at.source,
  offset: at.end,
  label,
  ...(tooltip ? { tooltip } : {}),
});

/** `timeout client 5000` counts milliseconds. A number with a unit, 0, and a name that ends in the unit need none. */
const unitHints = ({ document }: Home): Hint[] =>
  visitsWhere(document, hasUnit).flatMap(({ slots }) =>
    (slots?.slots ?? []).flatMap(({ word, arg: { unit }, owner }) =>
      unit &&
      !owner.toLowerCase().endsWith(`_${unit}`) &&
      /^"?\d+(\.\d+)?"?$/.test(textOf(word.at)) &&
      Number(word.value) > 0
        ? [after(word.at, /^\d/.test(unit) ? `× ${unit}` : unit, `the unit of ${owner}`)]
        : [],
    ),
  );

/** Whether some word of its statements may count a unit. */
const hasUnit = remembered(
  ({ args = [], options = {} }: KeywordDef): boolean =>
    args.some(({ unit }) => unit !== undefined) || Object.values(options).some(hasUnit),
);

const corosyncHints = ({ document }: Home, version: Version | undefined): Hint[] =>
  modelsIn<Corosync>([document], corosync).flatMap((model) => [
    ...timerHints(model, version),
    ...voteHints(model),
  ]);

/** Beside `token` what counts where it is more than what is written; at the head of totem what is not written at all. */
function timerHints(model: Corosync, version: Version | undefined): Hint[] {
  const timers = timersOf(model, version);
  const head = model.totem.opened[0];
  if (!timers || !head) return [];
  const token = numberOf(model.totem, "token");
  const consensus = numberOf(model.totem, "consensus");
  const unset = [
    ...(token?.value ? [] : [`token ${tokenText(timers)}`]),
    ...(consensus?.value ? [] : [`consensus ${timers.consensus} ms`]),
  ];
  return [
    ...(token?.value && timers.token !== timers.base
      ? [after(token.word.at, `in effect ${tokenText(timers)}`)]
      : []),
    ...(unset.length > 0
      ? [
          after(
            headOf(head),
            unset.join(", "),
            `what ${version ? `corosync ${version}` : "the newest corosync"} reckons`,
          ),
        ]
      : []),
  ];
}

/** Beside the setting that decides, or at the head of quorum. */
function voteHints(model: Corosync): Hint[] {
  const votes = has(model.quorum, "provider") ? votesOf(model) : undefined;
  const head = model.quorum.opened[0];
  if (!votes || !head) return [];
  const deciding = numberOf(model.quorum, "expected_votes") ?? numberOf(model.quorum, "two_node");
  const label = `quorum ${votes.quorum} of ${votes.expected} ${votes.expected === 1 ? "vote" : "votes"}`;
  return [after(deciding?.word.at ?? headOf(head), label, "the votes without which nobody acts")];
}

const headOf = ({ block, keyword }: Statement): Span => (block?.open.end ? block.open : keyword.at);

/** What the routers of one virtual router are compared by. */
const compared: readonly {
  readonly setting: (router: Router) => Setting<unknown> | undefined;
  readonly value: (router: Router) => string | number | undefined;
}[] = [
  {
    setting: ({ instance }) => instance.advertInt,
    value: (router) => valueOr(router, "advert_int", router.instance.advertInt, 1),
  },
  { setting: ({ instance }) => instance.priority, value: priorityOf },
  {
    setting: ({ instance }) => instance.virtualRouterId,
    value: ({ instance }) => instance.virtualRouterId?.value,
  },
  {
    setting: ({ instance }) => instance.state,
    value: (router) =>
      valueOr(router, "state", router.instance.state, priorityOf(router) === 255 ? "MASTER" : "BACKUP"),
  },
];

/** Beside a setting of a VRRP instance the other nodes' values, where they are not the same. */
const peerHints = ({ document, cluster }: Home, client: Client): Hint[] =>
  virtualRouters(cluster).flatMap((routers) =>
    routers
      .filter((router) => router.document === document)
      .flatMap((router) =>
        compared.flatMap(({ setting, value }) => {
          const own = setting(router);
          const parts = routers.flatMap((other): InlayHintLabelPart[] => {
            const theirs = other === router ? undefined : value(other);
            return !own || theirs === undefined || theirs === own.value
              ? []
              : [
                  {
                    value: `${theirs} on ${nodeName(other)}`,
                    location: locationOf(client, settingAt(other, setting(other))),
                  },
                ];
          });
          return own && parts.length > 0 ? [after(own.word.at, separated(parts))] : [];
        }),
      ),
  );

const separated = (parts: readonly InlayHintLabelPart[]): InlayHintLabelPart[] =>
  parts.flatMap((part, i) => (i === 0 ? [part] : [{ value: ", " }, part]));
