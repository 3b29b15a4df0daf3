/** The line, from 1, that a daemon means with the number in its message: some count wrongly. */
export function toldLine(format: string, text: string, told: number): number {
  if (format === "keepalived") return keepalivedLine(text, told);
  if (format === "drbd") return drbdLine(text, told);
  return told;
}

/** keepalived -t names the line before one that is longer than its buffer of 1,024 bytes (2.2.7 asked). */
function keepalivedLine(text: string, told: number): number {
  const next = text.split("\n")[told] ?? "";
  return Buffer.byteLength(next) >= 1024 ? told + 1 : told;
}

/**
 * drbdadm's lexer takes the line end with an unclosed quote and does not count it, which ends the file everywhere but in a
 * `skip` block (user/v9/drbdadm_scanner.fl): its later numbers are that much too low. What it checks after it has read the
 * whole file it names by the line after the last.
 */
function drbdLine(text: string, told: number): number {
  const lexemes = /#[^\n]*|"(?:[^"\\\n]|\\[^\n])*["\n]|\n/g;
  let counted = 1;
  let real = 1;
  for (const [lexeme] of text.matchAll(lexemes)) {
    if (counted === told) break;
    if (lexeme.endsWith("\n")) real++;
    if (lexeme === "\n") counted++;
  }
  return Math.min(real, text.trimEnd().split("\n").length);
}
