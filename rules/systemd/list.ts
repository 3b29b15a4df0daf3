import { sectionHeader, settingSyntax } from "./mistakes.ts";
import { mountName } from "./mount-name.ts";
import { unknownSection } from "./unknown-section.ts";
import { unorderedNetwork } from "./unordered-network.ts";

/** Unit files of systemd. */
export const systemdRules = [sectionHeader, settingSyntax, unknownSection, mountName, unorderedNetwork];
