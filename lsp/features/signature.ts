import type { ParameterInformation, SignatureHelp } from "vscode-languageserver-types";
import type { At, Client } from "../client.ts";
import { homesOf, type View } from "../view.ts";
import { argPhrases, markup, signatureOf } from "./describe.ts";
import { type Probe, probe } from "./probe.ts";

/** The arguments of the statement, or of its option whose value the cursor is in, with the one at the cursor active. */
export function signatureHelp(view: View, client: Client, at: At): SignatureHelp | undefined {
  for (const home of homesOf(view, at.source)) {
    const found = probe(home, at);
    const help = found && helpFor(client, found);
    if (help) return help;
  }
  return undefined;
}

function helpFor(client: Client, { document, visit, word }: Probe): SignatureHelp | undefined {
  const { format } = document;
  const slot = visit.slots?.slots.find((slot) => slot.word === word);
  const def = slot?.def ?? visit.def;
  if (!def || (word === visit.statement.keyword && !slot)) return undefined;
  const name = def === visit.placeDef.entry ? "" : (slot?.owner ?? visit.statement.keyword.value);
  const { label, parts } = signatureOf(name, def);
  const active = parts.findIndex(({ arg }) => arg === slot?.arg);
  if (active < 0) return undefined;
  const parameters = parts.map(({ start, end, arg }): ParameterInformation => {
    const text = arg ? argPhrases(format, arg) : [];
    return {
      label: [start, end],
      ...(text.length > 0 ? { documentation: markup(client, format, { text, items: [] }) } : {}),
    };
  });
  const { summary } = def;
  const documentation = summary ? markup(client, format, { text: [summary], items: [] }) : undefined;
  return {
    signatures: [{ label, ...(documentation ? { documentation } : {}), parameters, activeParameter: active }],
    activeSignature: 0,
    activeParameter: active,
  };
}
