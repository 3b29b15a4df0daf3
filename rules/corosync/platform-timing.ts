import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf, unreadable } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

const keys = ["token", "consensus", "token_retransmits_before_loss_const", "join", "max_messages"] as const;

type Wanted = Readonly<Partial<Record<(typeof keys)[number], number>>> & { readonly platform?: string };

const id = "corosync/platform-timing";
const count = { type: "integer", minimum: 1 };

export const platformTiming = settledRule({
  id,
  severity: "warning",
  summary: "The timing of totem must be what the platform asks for",
  format: corosync,
  daemon: "silent",
  options: {
    type: "object",
    additionalProperties: false,
    properties: { platform: { type: "string" }, ...Object.fromEntries(keys.map((key) => [key, count])) },
  },
  check({ totem }, report, { options, document }) {
    const { platform = "the platform", ...wanted } = (options[id] ?? {}) as Wanted;
    const [opened] = totem.opened;
    for (const key of keys) {
      const asked = wanted[key];
      if (asked === undefined || unreadable(totem, key)) continue;
      const set = numberOf(totem, key);
      if (set && set.value !== asked)
        report(set.word.at, `${key} is ${set.word.value}, ${platform} asks for ${asked}`, {
          fix: {
            title: `set it to ${asked}`,
            safe: false,
            edits: [{ at: set.word.at, text: String(asked) }],
          },
        });
      else if (!set && opened && document.root)
        report(opened.keyword.at, `${key} is not set, ${platform} asks for ${asked}`);
    }
  },
});
