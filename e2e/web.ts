// Proves the extension in VS Code for the Web (a headless Chromium, no server process: halint runs in a Web Worker), on a copy of the seed cluster.
// usage: npm run e2e:web [-- --install] [-- --pictures]
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { filterProblems, openBrowser, picture } from "./editor.ts";
import { commandLineFindings, root } from "./parts.ts";
import { fixTypo, hasSquiggle, hoverOf, stepsOf } from "./steps.ts";
import { buildAll, install, missing, startTestWeb, type TestWeb } from "./testWeb.ts";

if (process.argv.includes("--install")) install();
const absent = missing();
const takesPictures = process.argv.includes("--pictures");
const settings = {
  "files.autoSave": "off",
  "workbench.colorTheme": "Default Dark Modern",
  "editor.minimap.enabled": false,
};
const path = "zerg/etc/keepalived/keepalived.conf";

describe("halint in VS Code for the Web", {
  skip: absent ? `skipped: ${absent}` : false,
}, () => {
  const home = mkdtempSync(join(tmpdir(), "halint-e2e-web-"));
  const folder = join(home, "lvs-dr");
  let editor: TestWeb;
  let browser: Browser;
  let page: Page;

  /** The findings that the editor shows, once they are those of the command line. */
  const agrees = async (): Promise<string> => {
    const expected = commandLineFindings(folder);
    for (const end = Date.now() + 30_000; Date.now() < end && editor.told().findings !== expected; )
      await wait(100);
    assert.equal(editor.told().findings, expected);
    return expected;
  };

  /** Opens a file by its path in the workspace, with the cursor at a line and column from 1. */
  const open = async (file: string, line: number, column: number): Promise<void> => {
    const box = page.locator(".quick-input-widget:visible");
    // The workbench is drawn before it hears keys.
    for (const end = Date.now() + 30_000; Date.now() < end && !(await box.isVisible()); ) {
      await page.keyboard.press("Control+P");
      await page.waitForTimeout(500);
    }
    await box.locator("input[type=text]").fill(`${file}:${line}:${column}`);
    await box.locator(".quick-input-list .monaco-list-row", { hasText: "keepalived.conf" }).first().waitFor();
    await page.waitForTimeout(300);
    await page.keyboard.press("Enter");
    await box.waitFor({ state: "hidden" });
    await page.locator("#status\\.editor\\.selection", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  };

  const step = stepsOf(
    "halint-e2e-web",
    () => page,
    () => editor?.log() ?? "",
  );

  before(async () => {
    cpSync(join(root, "examples/lvs-dr"), folder, { recursive: true });
    mkdirSync(join(folder, ".vscode"));
    writeFileSync(join(folder, ".vscode/settings.json"), JSON.stringify(settings));
    buildAll();
    editor = await startTestWeb(home, folder, join(root, "extension"), [path]);
    ({ browser, page } = await openBrowser());
    await page.goto(editor.url, { waitUntil: "domcontentloaded" });
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "zerg" }).waitFor();
  });

  after(async () => {
    await browser?.close();
    editor?.stop();
    await wait(300);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  step("shows the command line's findings of the whole cluster", async () => {
    await open(path, 30, 5);
    const all = await agrees();
    assert.match(all, /^terran\/etc\/fstab:/m);
  });

  step("draws a squiggle under the typo", async () => {
    await hasSquiggle(page);
  });

  step("tells in a hover what a keyword means", async () => {
    await hoverOf(page, "advert_int");
    await page.keyboard.press("Escape");
  });

  step("shows a disagreement of two nodes with the place on the other one", async () => {
    await filterProblems(page, "advert_int 1 here");
    const row = page.locator(".markers-panel .monaco-list-row", {
      hasText: "advert_int 1 here, 3 on supermente",
    });
    await row.first().click();
    await page.keyboard.press("ArrowRight");
    await page
      .locator(".markers-panel .monaco-list-row", { hasText: "keepalived.conf[Ln 33" })
      .last()
      .waitFor();
    if (takesPictures) await picture(page, "web");
    await filterProblems(page, "");
  });

  step("fixes the typo with keys and saves it", async () => {
    await open(path, 30, 8);
    await fixTypo(page);
    const fixed = readFileSync(join(folder, path), "utf8").replace(
      "lvs_sync_daemon_inteface",
      "lvs_sync_daemon_interface",
    );
    for (const end = Date.now() + 10_000; Date.now() < end && editor.told().files[path] !== fixed; )
      await wait(100);
    assert.equal(editor.told().files[path], fixed);
    // The editor's file system is its own: what it saved is put on the disk for the command line.
    writeFileSync(join(folder, path), fixed);
    assert.doesNotMatch(await agrees(), /inteface/);
  });
});
