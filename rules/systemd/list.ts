import { commandPath } from "./command-path.ts";
import { sectionHeader, settingSyntax } from "./mistakes.ts";
import { mountName } from "./mount-name.ts";
import { noCommand } from "./no-command.ts";
import { oneshotRestart } from "./oneshot-restart.ts";
import { severalCommands } from "./several-commands.ts";
import { unitName } from "./unit-name.ts";
import { unknownKey } from "./unknown-key.ts";
import { unknownSection } from "./unknown-section.ts";
import { unorderedNetwork } from "./unordered-network.ts";

/** Unit files of systemd. */
export const systemdRules = [
  sectionHeader,
  settingSyntax,
  unknownSection,
  unknownKey,
  mountName,
  unitName,
  commandPath,
  severalCommands,
  noCommand,
  oneshotRestart,
  unorderedNetwork,
];
