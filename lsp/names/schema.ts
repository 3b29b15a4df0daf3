import type { Document } from "../../rules/rule.ts";
import { visitsOf } from "../../rules/schema/visits.ts";
import { fault, type Slot } from "../../rules/schema/words.ts";
import { type Kind, type Mention, mention } from "./mention.ts";

/** Names that count in one part of a file only: others find them by the model. */
const elsewhere: readonly string[] = ["haproxy/acl"];

/** What the schema says of names: the arguments that define one and those that refer to one. */
export const schemaMentions = (document: Document): Mention[] =>
  visitsOf(document).flatMap(({ statement, slots }) =>
    (slots?.slots ?? []).flatMap((slot): Mention[] => {
      const { word, arg } = slot;
      const namespace = arg.defines ?? arg.refers ?? arg.mentions;
      const kind = namespace && kindOf(document, slot, namespace);
      if (!kind || elsewhere.includes(kind.space)) return [];
      if (arg.dynamic && word.value.includes(arg.dynamic)) return [];
      const name = document.format.id === "drbd" ? word.value.replace(/\/.*/s, "") : word.value;
      const where = { name, at: word.at, statement, ...(word.hole ? { hole: true } : {}) };
      return mention(kind, arg.defines !== undefined, where, "first");
    }),
  );

const kindOf = (document: Document, slot: Slot, namespace: string): Kind => ({
  space: `${document.format.id}/${namespace}`,
  title: document.format.schema.names?.[namespace]?.title ?? namespace,
  ...(document.format.id === "gluster" ? { scope: document.path } : {}),
  fault: (name) => fault(document, { ...slot, word: { ...slot.word, value: name } }),
});
