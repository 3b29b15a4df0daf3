import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import type { Page } from "playwright-core";
import { squigglesUnder, wordIn } from "./editor.ts";

/** What turns a title and a body into a test; one that fails leaves a picture of the page beside what `log` tells. */
export const stepsOf =
  (name: string, page: () => Page | undefined, log: () => string = () => "") =>
  (title: string, body: () => Promise<void>): void => {
    it(title, async () => {
      try {
        await body();
      } catch (error) {
        const file = join(tmpdir(), `${name}-failure.png`);
        await page()?.screenshot({ path: file });
        process.stderr.write(`what the page shows: ${file}\n${log()}`);
        throw error;
      }
    });
  };

/** The typo of the open file has a squiggle, another word none. */
export async function hasSquiggle(page: Page): Promise<void> {
  assert.deepEqual(await squigglesUnder(wordIn(page, "lvs_sync_daemon_inteface")), ["error"]);
  assert.deepEqual(await squigglesUnder(wordIn(page, "virtual_router_id")), []);
}

/** The text of the hover over a keyword, which stays open. */
export async function hoverOf(page: Page, keyword: string): Promise<string> {
  await wordIn(page, keyword).hover({ position: { x: 5, y: 5 } });
  const text = page.locator(".monaco-hover:visible", { hasText: "keepalived.conf(5)" });
  await text.waitFor();
  return text.innerText();
}

/** Takes the fix that a menu offers at the cursor, by keys, and saves the file. `shown`: between menu and choice. */
export async function fixTypo(page: Page, shown: () => Promise<void> = async () => {}): Promise<void> {
  await page.keyboard.press("Control+.");
  const action = page.locator(".action-widget .monaco-list-row", { hasText: "lvs_sync_daemon_interface" });
  await action.first().waitFor();
  await shown();
  await page.keyboard.press("Enter");
  await saveChanged(page);
}

/** Saves the active file once the editor has changed it. */
export async function saveChanged(page: Page): Promise<void> {
  await page.locator(".tab.active.dirty").waitFor();
  await page.keyboard.press("Control+S");
  await page.locator(".tab.active:not(.dirty)").waitFor();
}
