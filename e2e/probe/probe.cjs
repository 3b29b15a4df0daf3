// Writes what the editor knows of halint's findings to the file $HALINT_E2E_FINDINGS, at every change, as lines of `--format compact`.
const { renameSync, writeFileSync } = require("node:fs");
const { languages, workspace } = require("vscode");

const severities = ["error", "warning", "info", "hint"];

const lineOf = (path, { range: { start }, severity, message, code }) =>
  `${path}:${start.line + 1}:${start.character + 1}: ${severities[severity]}: ${message} [${code?.value ?? code}]`;

function write(file) {
  const lines = languages
    .getDiagnostics()
    .flatMap(([uri, found]) =>
      found
        .filter(({ source }) => source === "halint")
        .map((one) => lineOf(workspace.asRelativePath(uri, false), one)),
    );
  writeFileSync(`${file}.new`, `${lines.sort().join("\n")}\n`);
  renameSync(`${file}.new`, file);
}

exports.activate = ({ subscriptions }) => {
  const file = process.env.HALINT_E2E_FINDINGS;
  if (!file) return;
  write(file);
  subscriptions.push(languages.onDidChangeDiagnostics(() => write(file)));
};
