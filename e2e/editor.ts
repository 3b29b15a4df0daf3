import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Frame, Locator, Page } from "playwright-core";
import { chromiumPath, root } from "./parts.ts";

/** Loopback and what a page makes itself; everything else fails at once instead of after a time-out. */
const local = /^(?:(?:https?|wss?):\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]|data:|blob:|vscode)/;

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser without a screen and a page of it that reaches this machine only. */
export async function openBrowser(): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath: chromiumPath()!, headless: true, args: flags });
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.route("**/*", (route) => (local.test(route.request().url()) ? route.continue() : route.abort()));
  return { browser, page };
}

/** Runs a command of the palette by its title; `choice` is made in the list that the command then shows. */
export async function runCommand(page: Page, title: string, choice?: string): Promise<void> {
  await page.keyboard.press("F1");
  await choose(page, `>${title}`);
  if (choice !== undefined) await choose(page, choice);
  await quickInput(page).waitFor({ state: "hidden" });
}

/** Opens a file by its absolute path, with the cursor at a line and column from 1. */
export async function openFile(page: Page, path: string, line: number, column: number): Promise<void> {
  await page.keyboard.press("Control+P");
  await choose(page, `${path}:${line}:${column}`);
  await isAt(page, path, line, column);
}

/** Waits until the active editor shows a file, and its cursor or selection is at a line, and a column from 1 if one is given. */
export async function isAt(page: Page, path: string, line: number, column?: number): Promise<void> {
  await page.locator(`.editor-group-container.active .tab.active [aria-label*="${path}"]`).waitFor();
  const where = `Ln ${line}, Col ${column ?? ""}`;
  await page.locator('[id="status.editor.selection"]', { hasText: where }).waitFor();
}

/** Waits until a web view, such as that of a Markdown page, shows a text. */
export async function webviewShows(page: Page, text: RegExp): Promise<Frame> {
  return until(`a web view with ${text}`, async () => {
    const views = page.frames().filter((frame) => frame.url().includes("/webview/"));
    for (const view of views) {
      const shown = await view
        .locator("body")
        .innerText({ timeout: 1000 })
        .catch(() => "");
      if (text.test(shown)) return view;
    }
    return undefined;
  });
}

/** What `look` gives, once it gives something. */
export async function until<Value>(
  what: string,
  look: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value> {
  for (const end = Date.now() + 30_000; Date.now() < end; await wait(100)) {
    const value = await look();
    if (value !== undefined) return value;
  }
  throw new Error(`there is no ${what} after 30 s`);
}

const quickInput = (page: Page): Locator => page.locator(".quick-input-widget:visible");

/** Types into the list that asks for a choice, and takes the first. */
async function choose(page: Page, text: string): Promise<void> {
  await quickInput(page).locator("input[type=text]").fill(text);
  await quickInput(page).locator(".quick-input-list .monaco-list-row").first().waitFor();
  await page.waitForTimeout(400);
  await page.keyboard.press("Enter");
}

/** The word in the text of the active editor; an element of a line may hold several. */
export const wordIn = (page: Page, word: string): Locator =>
  page
    .locator(".editor-group-container.active .editor-instance .view-line span span", { hasText: word })
    .last();

/** Kinds of the squiggles under an element: error, warning, info. */
export async function squigglesUnder(word: Locator): Promise<readonly string[]> {
  const squiggles = ".editor-group-container.active .editor-instance .cdr[class*=squiggly-]";
  // Both are measured at once: a lens that comes moves the lines below it.
  return word.evaluate((element, selector) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return Array.from(document.querySelectorAll(selector))
      .filter((one) => {
        const box = one.getBoundingClientRect();
        return box.left < right && left < box.right && box.top < bottom && top < box.bottom;
      })
      .map(({ className }) => /squiggly-(\w+)/.exec(className)?.[1] ?? "");
  }, squiggles);
}

/** Opens the panel of problems and shows those only that hold a text. */
export async function filterProblems(page: Page, text: string): Promise<void> {
  await runCommand(page, "Problems: Focus on Problems View");
  const filter = page.locator(".viewpane-filter input, .viewpane-filter textarea").first();
  await filter.fill(text);
  await page.waitForTimeout(700);
}

/** Rows of the panel of problems, as a screen reader is told them. */
export const problemRows = (page: Page): Promise<string[]> =>
  page
    .locator(".markers-panel .monaco-list-row")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? row.textContent ?? ""));

/** Writes what the page shows, down to a height, to docs/pictures, without cursor blinks. */
export async function picture(page: Page, name: string, height = 720): Promise<void> {
  await page.waitForTimeout(400);
  const clip = { x: 0, y: 0, width: 1280, height };
  await page.screenshot({ path: join(root, "docs/pictures", `${name}.png`), clip, caret: "hide" });
}
