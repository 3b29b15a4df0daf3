import { type Statement, type Word, walk } from "../core/tree.ts";
import { cut } from "./words.ts";

const named = (pattern: RegExp, { keyword, args }: Statement): Word[] =>
  pattern.test(keyword.value)
    ? args.slice(0, 1)
    : args.flatMap((word) =>
        pattern.test(word.value.split("=", 1)[0]!) ? (cut(word, "=").right ?? []) : [],
      );

/** The ids that `$id=` gives to sets, rules and operations below a command. */
export const idsBelow = ({ block }: Statement): Word[] =>
  [...walk(block?.statements ?? [])].flatMap((one) => named(/^\$id$/i, one));

/** What `$id-ref=` names below a command; of `property` and its like crm goes on without. */
export const idsNamed = ({ block }: Statement): Word[] =>
  [...walk(block?.statements ?? [])].flatMap((one) => named(/^\$id-ref$/i, one));
