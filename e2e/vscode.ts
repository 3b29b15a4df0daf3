// Proves the extension in a real VS Code (code-server) that a headless Chromium drives, on a copy of the seed cluster.
// usage: npm run e2e:vscode [-- --install] [-- --pictures]
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Browser, Page } from "playwright-core";
import { type CodeServer, startCodeServer } from "./codeServer.ts";
import {
  filterProblems,
  isAt,
  openBrowser,
  openFile,
  picture,
  problemRows,
  runCommand,
  squigglesUnder,
  until,
  webviewShows,
  wordIn,
} from "./editor.ts";
import { commandLineFindings, install, missing, packExtensions, root } from "./parts.ts";
import { fixTypo, hasSquiggle, hoverOf, saveChanged, stepsOf } from "./steps.ts";

if (process.argv.includes("--install")) install();
const lacking = missing();
const takesPictures = process.argv.includes("--pictures");

describe("halint in VS Code", {
  skip: lacking ? `skipped: no ${lacking} (npm run e2e:vscode -- --install)` : false,
}, () => {
  const home = mkdtempSync(join(tmpdir(), "halint-e2e-"));
  const folder = join(home, "lvs-dr");
  const at = (path: string): string => join(folder, path);
  const zerg = at("zerg/etc/keepalived/keepalived.conf");
  const supermente = at("supermente/etc/keepalived/keepalived.conf");
  let editor: CodeServer;
  let browser: Browser;
  let page: Page;

  const found = (): string => {
    try {
      return readFileSync(editor.findingsFile, "utf8");
    } catch {
      return "";
    }
  };

  /** The findings that the editor shows, once they are those of the command line over the same files. */
  const agrees = async (): Promise<string> => {
    const expected = commandLineFindings(folder);
    const same = (): true | undefined => (found() === expected ? true : undefined);
    await until("agreement with the command line", same).catch(() => assert.equal(found(), expected));
    return expected;
  };

  /** The one process of the server, where it is not the given one. */
  const newServer = (old?: number): Promise<number> =>
    until("server", () => {
      const [pid, ...more] = editor.languageServers();
      return pid === old || more.length > 0 ? undefined : pid;
    });

  const step = stepsOf("halint-e2e", () => page);

  const show = async (name: string, height?: number): Promise<void> => {
    if (takesPictures) await picture(page, name, height);
  };

  before(async () => {
    cpSync(join(root, "examples/lvs-dr"), folder, { recursive: true });
    mkdirSync(join(home, "packed"));
    const extensions = packExtensions(join(home, "packed"));
    editor = await startCodeServer(home, folder, extensions);
    ({ browser, page } = await openBrowser());
    await page.goto(editor.url, { waitUntil: "domcontentloaded" });
    await page.locator(".monaco-workbench").waitFor();
  });

  after(async () => {
    await browser?.close();
    editor?.stop();
    await wait(300);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  step("shows the command line's findings of the whole cluster, with no file open", async () => {
    const all = await agrees();
    assert.match(all, /^terran\/etc\/fstab:/m);
  });

  step("draws a squiggle under the typo", async () => {
    await openFile(page, zerg, 30, 5);
    await agrees();
    await hasSquiggle(page);
  });

  step("tells in a hover what a keyword means", async () => {
    assert.match(await hoverOf(page, "advert_int"), /default/);
    await show("hover");
    await page.keyboard.press("Escape");
  });

  step("lists the typo among the problems", async () => {
    await filterProblems(page, "");
    await show("problems");
    await filterProblems(page, "lvs_sync_daemon_inteface");
    assert.match(
      (await problemRows(page)).join("\n"),
      /unknown keyword lvs_sync_daemon_inteface in vrrp_instance/,
    );
  });

  step("fixes the typo with keys and saves it", async () => {
    const before = readFileSync(zerg, "utf8");
    await openFile(page, zerg, 30, 8);
    await fixTypo(page, () => show("quick-fix"));
    const after = readFileSync(zerg, "utf8");
    assert.equal(after, before.replace("lvs_sync_daemon_inteface", "lvs_sync_daemon_interface"));
    const all = await agrees();
    assert.doesNotMatch(all, /inteface/);
    assert.deepEqual(await squigglesUnder(wordIn(page, "lvs_sync_daemon_interface")), ["warning"]);
  });

  step("shows a disagreement of two nodes with the place on the other one, and leads there", async () => {
    await runCommand(page, "View: Toggle Primary Side Bar Visibility");
    await filterProblems(page, "advert_int 1 here");
    const row = page.locator(".markers-panel .monaco-list-row");
    await row.filter({ hasText: "advert_int 1 here, 3 on supermente" }).click();
    await isAt(page, zerg, 33, 17);
    await row.filter({ hasText: "the other router of virtual_router_id 51" }).click();
    await isAt(page, supermente, 33, 17);
    await runCommand(page, "View: Move Editor into Right Group");
    assert.equal(await page.locator(".editor-group-container").count(), 2);
    await show("cross-node");
    await runCommand(page, "View: Toggle Primary Side Bar Visibility");
    await runCommand(page, "View: Close All Editors");
  });

  step("restarts a server that was killed, with the same findings", async () => {
    await openFile(page, supermente, 33, 16);
    await filterProblems(page, "10.0.0.4");
    const [all, rows] = [await agrees(), await problemRows(page)];
    assert.ok(rows.length > 5);
    const pid = await newServer();
    writeFileSync(editor.findingsFile, "");
    process.kill(pid, "SIGKILL");
    await newServer(pid);
    assert.equal(await agrees(), all);
    await until("row that was there before", async () =>
      isDeepStrictEqual(await problemRows(page), rows) ? rows : undefined,
    );
  });

  step("restarts the server by its command, with the same findings", async () => {
    const all = await agrees();
    const pid = await newServer();
    writeFileSync(editor.findingsFile, "");
    await runCommand(page, "halint: Restart Server");
    await newServer(pid);
    assert.equal(await agrees(), all);
  });

  step("opens a rule's page by its command and from the menu of fixes", async () => {
    await openFile(page, zerg, 33, 16);
    await runCommand(page, "halint: Explain Rule");
    await webviewShows(page, /^cluster\/advert-int-mismatch\n[\s\S]*Daemon:/);
    await show("explain", 520);
    await openFile(page, zerg, 30, 8);
    await page.keyboard.press("Control+.");
    const explain = page.locator(".action-widget .monaco-list-row", {
      hasText: "Explain schema/deprecated-keyword",
    });
    await explain.click();
    await webviewShows(page, /^schema\/deprecated-keyword\n/);
    await runCommand(page, "View: Close All Editors");
  });

  step("leads from a lens to the same instance on the other node", async () => {
    await openFile(page, zerg, 27, 1);
    await page.locator(".codelens-decoration a", { hasText: "same instance on supermente" }).click();
    await isAt(page, supermente, 27);
  });

  step("fixes all that is safe in a file by its command", async () => {
    const before = readFileSync(supermente, "utf8");
    await openFile(page, supermente, 1, 1);
    await runCommand(page, "halint: Fix All Safe Problems in This File");
    await saveChanged(page);
    assert.equal(readFileSync(supermente, "utf8"), before.replace("lvs_id", "router_id"));
    assert.doesNotMatch(await agrees(), /^supermente.*lvs_id/m);
  });

  step("makes a halint.config.json, and judges by it", async () => {
    await runCommand(page, "halint: Create halint.config.json");
    await isAt(page, at("halint.config.json"), 1);
    await agrees();
    writeFileSync(at("halint.config.json"), '{ "ignore": ["terran/etc/fstab"] }\n');
    assert.doesNotMatch(await agrees(), /^terran\/etc\/fstab/m);
  });

  step("shows pictures in its walkthrough", async () => {
    await runCommand(page, "View: Close All Editors");
    await runCommand(page, "Welcome: Open Walkthrough...", "Check a cluster with halint");
    await page.locator(".getting-started-step", { hasText: "Read what was found" }).click();
    const media = await webviewShows(page, /One list for the whole cluster/);
    await until("picture that is loaded", async () => {
      const widths = await media
        .locator("img")
        .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
      return (widths.length > 0 && widths.every((width) => width > 0)) || undefined;
    });
  });
});
