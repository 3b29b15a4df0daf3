import { interfaces } from "../../parsers/interfaces/index.ts";
import { type Interfaces, isCommand, type Stanza, selected } from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";

export const notAuto = modelRule<Interfaces>({
  id: "interfaces/not-auto",
  severity: "warning",
  summary: "A static interface should come up by itself",
  daemon: "silent",
  format: interfaces,
  check(model, report, { document }) {
    const { stanzas, mappings } = model;
    if (!document.root || !document.whole || mappings.length > 0) return;
    const names = new Set(selected(model).map(({ name }) => name));
    const templates = new Set(stanzas.map(({ parent }) => parent));
    const commands = stanzas.flatMap(commandsOf).join("\n");
    const told = new Set<string>();
    for (const stanza of stanzas) {
      const { name, method, statement } = stanza;
      if (method !== "static" || name.hole || names.has(name.value) || told.has(name.value)) continue;
      if (templates.has(stanza) || commands.includes(name.value)) continue;
      told.add(name.value);
      const start = statement.at.with({ end: statement.at.start });
      report(name.at, `no auto or allow-hotplug line names ${name.value}: it is not brought up at boot`, {
        fix: {
          title: `add auto ${name.value}`,
          safe: false,
          edits: [{ at: start, text: `auto ${name.value}\n` }],
        },
      });
    }
  },
});

/** Command lines, and lists of bonds and bridges, which may bring other interfaces up. */
const commandsOf = ({ options }: Stanza): string[] =>
  options
    .filter(({ name }) => isCommand(name) || /^(?:bond|bridge|ovs|slaves|vlan)/.test(name))
    .map(({ value }) => value?.value ?? "");
