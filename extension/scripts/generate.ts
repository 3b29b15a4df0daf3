// Writes what the formats and their tables say into the manifest, the grammars and the language configurations.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generatedFiles } from "./generated.ts";
import { icon } from "./icon.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));
const files = generatedFiles(readFileSync(join(folder, "package.json"), "utf8"));
for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
writeFileSync(join(folder, "icon.png"), icon());
