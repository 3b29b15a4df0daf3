import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { shown, wordsIn } from "./words.ts";

/** What people write where a value is to be filled in. */
const patterns: readonly RegExp[] = [
  /^<+[^<>@]*[A-Za-z_ ][^<>@]*>+$/,
  /^<[A-Z][A-Z0-9_ -]*$/,
  /^\[[A-Z][A-Z0-9_]*\]$/,
  /^(?:\d{1,3}\.){1,3}(?:[xX]{1,3}|[yYzZ])(?:[./]|$)/,
  /^(?:[xX]{1,3}\.){3}(?:[xX]{1,3}|\d{1,3})(?:\/|$)/,
  /^[xX]{3,}$/,
  /^(?:V?IP|VIP|MASTER_IP|BACKUP_IP|NODE\d?_IP|IP_?ADDR(?:ESS)?|STATE|PRIORITY|INTERFACE)_?\d*(?:\/\d+)?$/,
  /^(?:CHANGE_?ME|REPLACE_?ME|FIX_?ME|TO_?DO|YOUR_[A-Z_]+|MY_[A-Z_]*IP)$/i,
  /^@@?[A-Z][A-Z0-9_]+@@?$/,
  /^%[A-Z][A-Z0-9_]+%$/,
  /^__[A-Z][A-Z0-9_]+__$/,
  /^\.\.\.$/,
];

export const placeholder = modelRule({
  id: "keepalived/placeholder",
  severity: "error",
  summary: "A template's placeholder must be replaced by a value",
  daemon: "silent",
  format: keepalived,
  check(_model, report, { document }) {
    for (const { word, statement, raw } of wordsIn(document)) {
      if (raw || word.hole || isName(statement.keyword.value, word === statement.keyword)) continue;
      if (!patterns.some((pattern) => pattern.test(word.value))) continue;
      report(word.at, `${shown(word, statement)} stands for a value that was never filled in`);
    }
  },
});

/** Words that name something may be any word. */
const isName = (keyword: string, itself: boolean): boolean =>
  !itself &&
  /^(vrrp_(instance|script|sync_group|track_\w+)|track_file|bfd_instance|track_group|virtual_server_group|router_id)$/.test(
    keyword,
  );
