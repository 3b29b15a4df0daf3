import { pathToFileURL } from "node:url";
import manifest from "../package.json";
import type { Io } from "./io.ts";

/** Where the project's pages stand on the web: `homepage` of package.json, "" as long as it names none. */
const home = "homepage" in manifest ? String(manifest.homepage).replace(/#.*$/, "") : "";

/** The page of a rule on the web. */
export const ruleUri = (rule: string): string | undefined =>
  home === "" ? undefined : `${home}/blob/main/rules/${rule}.md`;

/** Terminals that print links (OSC 8) rather than rubbish, by what they say in the environment; FORCE_HYPERLINK decides. */
export function knowsLinks({ env, isTerminal }: Io): boolean {
  const { FORCE_HYPERLINK: forced } = env;
  if (forced !== undefined && forced !== "") return forced !== "0";
  if (!isTerminal || env.NO_COLOR || env.CI || env.TMUX || env.TERM === "dumb") return false;
  return (
    /^(?:iTerm\.app|WezTerm|vscode|ghostty|Hyper|rio|Tabby)$/.test(env.TERM_PROGRAM ?? "") ||
    /^(?:xterm-kitty|alacritty|foot|xterm-ghostty)/.test(env.TERM ?? "") ||
    Boolean(env.WT_SESSION || env.KONSOLE_VERSION || env.DOMTERM) ||
    Number(env.VTE_VERSION ?? 0) >= 5000
  );
}

/** `text`, which a terminal opens at the target when it is clicked. */
export const link = (text: string, target: string): string => `\x1b]8;;${target}\x1b\\${text}\x1b]8;;\x1b\\`;

/** The link to a file; its name is escaped so that none can end the link. */
export const fileLink = (text: string, path: string): string => link(text, pathToFileURL(path).href);
